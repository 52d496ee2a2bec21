// The fields of each object under the contract's names and in its order, told once for everything
// that writes, reads or amends them. Evidence, which all have, is left to the caller.
#pragma once

#include <concepts>
#include <type_traits>

#include "reading/reading.h"
#include "reading/record.h"

namespace detente {

// `Of<Object, Event>`: an Event that may be const, so that one list of fields serves both ways.
template <typename Object, typename Plain>
concept Of = std::same_as<std::remove_const_t<Object>, Plain>;

template <Of<Event> Object>
void each_field(Object& event, auto&& visit) {
  visit("source", event.source);
  visit("target", event.target);
  visit("root", event.root);
  visit("status", event.status);
  visit("date", event.date);
  visit("mode", event.mode);
  visit("context", event.context);
}

template <Of<Statement> Object>
void each_field(Object& statement, auto&& visit) {
  visit("speaker", statement.speaker);
  visit("actor", statement.actor);
  visit("stance", statement.stance);
  visit("role", statement.role);
  visit("about", statement.about);
  visit("date", statement.date);
  visit("via", statement.via);
  visit("quoted", statement.quoted);
}

template <Of<Term> Object>
void each_field(Object& term, auto&& visit) {
  visit("kind", term.kind);
  visit("phase", term.phase);
  visit("what", term.what);
  visit("date", term.date);
}

template <Of<Proposal> Object>
void each_field(Object& proposal, auto&& visit) {
  visit("by", proposal.by);
  visit("to", proposal.to);
  visit("status", proposal.status);
  visit("date", proposal.date);
  visit("via", proposal.via);
  visit("disclosed_by", proposal.disclosed_by);
  visit("terms", proposal.terms);
}

template <Of<Channel> Object>
void each_field(Object& channel, auto&& visit) {
  visit("between", channel.between);
  visit("kind", channel.kind);
  visit("status", channel.status);
  visit("since", channel.since);
  visit("because", channel.because);
}

template <Of<Quantity> Object>
void each_field(Object& quantity, auto&& visit) {
  visit("value", quantity.value);
  visit("unit", quantity.unit);
}

template <Of<Answered> Object>
void each_field(Object& answered, auto&& visit) {
  visit("kind", answered.kind);
  visit("by", answered.by);
}

template <Of<Measure> Object>
void each_field(Object& measure, auto&& visit) {
  visit("by", measure.by);
  visit("against", measure.against);
  visit("kind", measure.kind);
  visit("status", measure.status);
  visit("announced", measure.announced);
  visit("effective", measure.effective);
  visit("deadline", measure.deadline);
  visit("lifted", measure.lifted);
  visit("quantity", measure.quantity);
  visit("responds_to", measure.responds_to);
  visit("lag", measure.lag);
  visit("instrument", measure.instrument);
}

template <Of<Meeting> Object>
void each_field(Object& meeting, auto&& visit) {
  visit("actors", meeting.actors);
  visit("date", meeting.date);
  visit("people", meeting.people);
  visit("place", meeting.place);
  visit("setting", meeting.setting);
  visit("status", meeting.status);
  visit("announced", meeting.announced);
  visit("ordinal", meeting.ordinal);
  visit("series", meeting.series);
  visit("topics", meeting.topics);
  visit("outcome", meeting.outcome);
}

template <Of<Claim> Object>
void each_field(Object& claim, auto&& visit) {
  visit("about", claim.about);
  visit("standing", claim.standing);
  visit("first_reported_by", claim.first_reported_by);
  visit("confirmed_by", claim.confirmed_by);
  visit("denied_by", claim.denied_by);
  visit("no_position_by", claim.no_position_by);
}

template <Of<RoleHeld> Object>
void each_field(Object& role, auto&& visit) {
  visit("person", role.person);
  visit("actor", role.actor);
  visit("office", role.office);
  visit("when", role.when);
}

template <Of<Ending> Object>
void each_field(Object& ending, auto&& visit) {
  visit("kind", ending.kind);
  visit("sides", ending.sides);
  visit("by", ending.by);
  visit("status", ending.status);
  visit("date", ending.date);
}

// Fields that are kept beside those of the contract: what the fold needs and the record leaves out.
template <typename Object>
void each_inner_field(Object& object, auto&& visit) {
  if constexpr (Of<Object, Statement> || Of<Object, Claim>) visit("sides", object.sides);
}

}  // namespace detente
