package org.statusevents.bootstrap.bad.application.recording;

/// Breaks the rule that implementations stay hidden, behind a sealed interface.
public record PublicLoose(int count) implements Loose {}
