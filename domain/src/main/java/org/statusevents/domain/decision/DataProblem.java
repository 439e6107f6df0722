package org.statusevents.domain.decision;

/// Something wrong with what an event carries: where, as a JSON pointer from the operation's root,
/// and what, as a sentence.
public record DataProblem(String pointer, String detail) {}
