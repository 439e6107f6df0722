package org.statusevents.application.housekeeping;

import java.util.List;

/// Makes room for the rows of this month, the one before it and those to come. Without it they
/// cannot be stored. Cheap where there is room already. Throws
/// [org.statusevents.application.transaction.StorageUnavailable].
public interface MakeRoom {
  /// The months that there was no room for.
  List<StoredMonth> makeRoom();
}
