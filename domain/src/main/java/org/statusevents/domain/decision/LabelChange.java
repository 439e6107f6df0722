package org.statusevents.domain.decision;

import java.util.Optional;
import java.util.OptionalInt;
import org.statusevents.domain.label.LabelText;

/// A label that became another; without a line it is the order's own.
public record LabelChange(OptionalInt line, Optional<LabelText> previous, LabelText label) {}
