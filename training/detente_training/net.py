"""The network: one small BERT encoder, many light heads over its word states, one forward pass.

Inputs (all int64; B windows, L pieces, W words):
  pieces [B, L] word-piece ids, [CLS] first, [SEP] last, 0 where padded
  cases  [B, L] letter-case class of the piece's word (labels.CASES)
  first, last [B, W] index of each word's first and last piece; 0 where padded
  sentence [B, W] number of the word's sentence in its window, -1 where padded
  marks  [B, 2] word indices of the source and target marker of a marked pair; 0, 0 in plain windows
"""
import torch
import torch.nn.functional as F
from torch import nn

from . import labels


class Layer(nn.Module):
    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, mask):
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        weights = (q @ k.transpose(2, 3) * (w // self.heads) ** -0.5 + mask).softmax(-1)
        mixed = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(b, n, w)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """all-MiniLM-L6-v2's architecture, with an embedding of the letter case added (the model is uncased)."""

    def __init__(self, vocabulary=30522, width=384, layers=6, heads=12, inner=1536, positions=512, dropout=0.1):
        super().__init__()
        self.word = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(positions, width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.case = nn.Embedding(len(labels.CASES), width)
        self.marker = nn.Embedding(5, width)  # added at [unused1..4], which only marked pairs use
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.drop = nn.Dropout(dropout)
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.marker.weight)

    def forward(self, pieces, cases):
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        marker = torch.where(pieces < 5, pieces, torch.zeros_like(pieces))
        x = self.word(pieces) + self.position(positions) + self.kind + self.case(cases) + self.marker(marker)
        x = self.drop(self.norm(x))
        mask = (pieces != 0)[:, None, None, :]
        bias = torch.zeros_like(mask, dtype=x.dtype).masked_fill(~mask, -1e4)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_minilm(self, tensors):
        """Takes the weights of the published model (a dict of name -> tensor)."""
        t = {k.removeprefix("bert."): v for k, v in tensors.items()}
        with torch.no_grad():
            self.word.weight.copy_(t["embeddings.word_embeddings.weight"])
            self.position.weight.copy_(t["embeddings.position_embeddings.weight"])
            self.kind.copy_(t["embeddings.token_type_embeddings.weight"][0])
            self.norm.weight.copy_(t["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(t["embeddings.LayerNorm.bias"])
            for i, layer in enumerate(self.layers):
                at = f"encoder.layer.{i}."
                for end in ("weight", "bias"):
                    parts = [t[f"{at}attention.self.{n}.{end}"] for n in ("query", "key", "value")]
                    getattr(layer.qkv, end).copy_(torch.cat(parts))
                    getattr(layer.out, end).copy_(t[f"{at}attention.output.dense.{end}"])
                    getattr(layer.norm1, end).copy_(t[f"{at}attention.output.LayerNorm.{end}"])
                    getattr(layer.up, end).copy_(t[f"{at}intermediate.dense.{end}"])
                    getattr(layer.down, end).copy_(t[f"{at}output.dense.{end}"])
                    getattr(layer.norm2, end).copy_(t[f"{at}output.LayerNorm.{end}"])

    def start_markers(self, source, target, quote):
        """Markers begin as the words "source" and "target" (opening) and the quote mark (closing)."""
        with torch.no_grad():
            for row, piece in ((1, source), (2, quote), (3, target), (4, quote)):
                self.marker.weight[row].copy_(self.word.weight[piece] - self.word.weight[row])


def mlp(width, out, dropout=0.2):
    return nn.Sequential(nn.Linear(width, out), nn.GELU(), nn.Dropout(dropout))


class Heads(nn.Module):
    ARC, REL, TRIGGER, ROLE = 192, 96, 384, 40

    def __init__(self, width, lemma_count, relation_count):
        super().__init__()
        self.drop = nn.Dropout(0.15)
        self.upos = nn.Linear(width, len(labels.UPOS))
        self.lemma = nn.Linear(width, lemma_count)
        self.arc_dependent, self.arc_head = mlp(width, self.ARC), mlp(width, self.ARC)
        self.arc = nn.Linear(self.ARC, self.ARC + 1)
        self.root = nn.Linear(self.ARC, 1)
        self.rel_dependent, self.rel_head = mlp(width, self.REL), mlp(width, self.REL)
        self.rel = nn.Linear(self.REL + 1, relation_count * (self.REL + 1), bias=False)
        self.relation_count = relation_count
        self.root_state = nn.Parameter(torch.zeros(self.REL))
        self.entity = nn.Linear(width, len(labels.ENTITIES))
        self.time = nn.Linear(width, 3)
        self.attribution = nn.Linear(width, 9)
        self.trigger_state = mlp(width, self.TRIGGER)
        self.frame_sizes = [len(v) for v in labels.FRAMES.values()]
        self.status_sizes = [len(v) for v in labels.STATUSES.values()]
        self.frames = nn.Linear(self.TRIGGER, sum(self.frame_sizes))
        self.statuses = nn.Linear(self.TRIGGER, sum(self.status_sizes))
        roles = len(labels.ROLES)
        self.role_trigger = nn.Linear(self.TRIGGER, roles * self.ROLE)
        self.role_filler = nn.Sequential(mlp(width, 256), nn.Linear(256, roles * self.ROLE))
        self.role_prior = nn.Linear(self.TRIGGER, roles)
        self.pair = nn.Sequential(mlp(3 * width, width), nn.Linear(width, len(labels.ROOTS)))

    def arcs(self, h, sentence):
        """[B, W, 1 + W]: score of each head for each word, column 0 the root; other sentences at -1e4."""
        dependent, head = self.arc_dependent(h), self.arc_head(h)
        one = torch.ones_like(dependent[..., :1])
        scores = self.arc(dependent) @ torch.cat([head, one], -1).transpose(1, 2)
        same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence[:, None, :] >= 0)
        scores = scores.masked_fill(~same, -1e4)
        return torch.cat([self.root(dependent), scores], -1)

    def relations(self, h, heads):
        """[B, W, R]: relation of each word to its given head (0 root, else 1 + word index)."""
        dependent, states = self.rel_dependent(h), self.rel_head(h)
        root = self.root_state.to(states.dtype).expand(states.shape[0], 1, -1)
        states = torch.cat([root, states], 1)
        index = heads.clamp(min=0)[..., None].expand(-1, -1, states.shape[-1])
        head = torch.gather(states, 1, index)
        one = torch.ones_like(dependent[..., :1])
        left = self.rel(torch.cat([dependent, one], -1)).unflatten(-1, (self.relation_count, self.REL + 1))
        return (left @ torch.cat([head, one], -1)[..., None]).squeeze(-1)

    def roles(self, trigger_state, h):
        """[B, R, W, W]: score of word j as filler of role r of a trigger at word i."""
        b, w, _ = h.shape
        count = len(labels.ROLES)
        t = self.role_trigger(trigger_state).view(b, w, count, self.ROLE).permute(0, 2, 1, 3)
        f = self.role_filler(h).view(b, w, count, self.ROLE).permute(0, 2, 3, 1)
        return t @ f + self.role_prior(trigger_state).transpose(1, 2)[..., None]


class Net(nn.Module):
    """What `forward` gives, in the order of OUTPUTS; see Heads for shapes."""

    OUTPUTS = ("upos", "lemma", "arcs", "relations", "entity", "time", "attribution", "frames", "statuses",
               "roles", "pair")

    def __init__(self, lemma_count, relation_count):
        super().__init__()
        self.encoder = Encoder()
        self.heads = Heads(384, lemma_count, relation_count)

    def states(self, pieces, cases, first, last):
        x = self.encoder(pieces, cases)
        wide = x.shape[-1]
        pick = lambda index: torch.gather(x, 1, index[..., None].expand(-1, -1, wide))
        return x[:, 0], (pick(first) + pick(last)) * 0.5

    def pair_scores(self, cls, h, marks):
        ends = torch.gather(h, 1, marks[..., None].expand(-1, -1, h.shape[-1]))
        return self.heads.pair(torch.cat([cls, ends[:, 0], ends[:, 1]], -1))

    def forward(self, pieces, cases, first, last, sentence, marks):
        heads = self.heads
        cls, h = self.states(pieces, cases, first, last)
        arcs = heads.arcs(h, sentence)
        trigger = heads.trigger_state(h)
        return (heads.upos(h), heads.lemma(h), arcs, heads.relations(h, arcs.argmax(-1)), heads.entity(h),
                heads.time(h), heads.attribution(h), heads.frames(trigger), heads.statuses(trigger),
                heads.roles(trigger, h), self.pair_scores(cls, h, marks))
