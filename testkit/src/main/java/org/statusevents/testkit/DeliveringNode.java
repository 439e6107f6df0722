package org.statusevents.testkit;

import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.Nodes;

/// One of several nodes on a storage: its word among them, and the lanes as it is handed them.
public record DeliveringNode(Nodes nodes, Lanes lanes) {}
