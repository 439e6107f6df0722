package org.statusevents.application.recording;

import org.statusevents.domain.decision.Decision.Decided;

/// An operation on its way into storage: the decision, and the receipt that names the ids of the
/// updates it owes, per order and channel.
public record DecidedOperation(Decided decision, OperationReceipt receipt, String digest) {}
