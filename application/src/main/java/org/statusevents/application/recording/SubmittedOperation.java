package org.statusevents.application.recording;

import org.statusevents.domain.event.Operation;

/// An operation as it came in. `digest` is a digest of the whole request body in a canonical form:
/// equal for equal bodies, so that a repeated id with another body is told from a repeated request.
public record SubmittedOperation(Operation operation, String digest) {}
