// One object of what several reports tell of one thing. Statuses are not its matter: see lives.h.
#pragma once

#include <span>

#include "ledger/assertion.h"

namespace detente {

// `told`: of one list (and endings, which add their evidence), in the order of told_before; the
// first is no ending.
Object merged(std::span<const Assertion* const> told);

}  // namespace detente
