package org.statusevents.adapters.persistence;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.statusevents.adapters.persistence.database.PostgresWorld;
import org.statusevents.adapters.persistence.database.TestDatabase;
import org.statusevents.application.access.AccessKeys;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.testkit.DeliveringNode;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.HousekeepingWorld;
import org.statusevents.testkit.LookupWorld;
import org.statusevents.testkit.ReadingWorld;
import org.statusevents.testkit.RecordingWorld;
import org.statusevents.testkit.access.AccessKeysContract;
import org.statusevents.testkit.configuring.ChannelSecretsContract;
import org.statusevents.testkit.configuring.ConfigurationsContract;
import org.statusevents.testkit.delivering.LanesContract;
import org.statusevents.testkit.delivering.NodesContract;
import org.statusevents.testkit.delivering.ReplaysContract;
import org.statusevents.testkit.delivering.ReplaysFindContract;
import org.statusevents.testkit.delivering.ResendsContract;
import org.statusevents.testkit.delivering.SettleParkedContract;
import org.statusevents.testkit.delivering.StoppedChannelsContract;
import org.statusevents.testkit.delivering.ToldFactsContract;
import org.statusevents.testkit.housekeeping.LeftoversContract;
import org.statusevents.testkit.housekeeping.StoredMonthsContract;
import org.statusevents.testkit.lookup.StatusLookupsContract;
import org.statusevents.testkit.reading.CountLabelsContract;
import org.statusevents.testkit.reading.FindOrdersContract;
import org.statusevents.testkit.reading.ItemLabelsContract;
import org.statusevents.testkit.reading.NotSentContract;
import org.statusevents.testkit.reading.ReadHistoryContract;
import org.statusevents.testkit.reading.ReadLedgerContract;
import org.statusevents.testkit.reading.ReadOrderContract;
import org.statusevents.testkit.recording.OrdersContract;
import org.statusevents.testkit.transaction.TransactionsContract;

/// Every contract of a port that persistence answers, each test on an empty database.
abstract class StorageContracts {
  private PostgresWorld world;

  abstract TestDatabase database();

  @BeforeEach
  void open() {
    database().empty();
    world = new PostgresWorld(database().open());
  }

  @AfterEach
  void close() {
    world.persistence().close();
  }

  @Nested
  class AccessKeysPort implements AccessKeysContract {
    @Override
    public AccessKeys accessKeys() {
      return world.persistence().accessKeys();
    }
  }

  @Nested
  class ChannelSecretsPort implements ChannelSecretsContract {
    @Override
    public ChannelSecrets channelSecrets() {
      return world.persistence().channelSecrets();
    }
  }

  @Nested
  class TransactionsPort implements TransactionsContract {
    @Override
    public RecordingWorld world() {
      return world;
    }
  }

  @Nested
  class OrdersPort implements OrdersContract {
    @Override
    public RecordingWorld world() {
      return world;
    }
  }

  @Nested
  class LanesPort implements LanesContract {
    @Override
    public DeliveringWorld world() {
      return world;
    }
  }

  @Nested
  class NodesPort implements NodesContract {
    private final List<PostgresPersistence> further = new ArrayList<>();

    @Override
    public DeliveringWorld world() {
      return world;
    }

    @Override
    public DeliveringNode node() {
      PostgresPersistence node = database().open();
      boolean _ = further.add(node);
      return new DeliveringNode(node.nodes(), node.lanes());
    }

    @AfterEach
    void closeNodes() {
      further.forEach(PostgresPersistence::close);
    }
  }

  @Nested
  class StoppedChannelsPort implements StoppedChannelsContract {
    @Override
    public DeliveringWorld world() {
      return world;
    }
  }

  @Nested
  class ToldFactsPort implements ToldFactsContract {
    @Override
    public DeliveringWorld world() {
      return world;
    }
  }

  @Nested
  class ResendsPort implements ResendsContract {
    @Override
    public DeliveringWorld world() {
      return world;
    }
  }

  @Nested
  class ReplaysPort implements ReplaysContract, ReplaysFindContract {
    @Override
    public ReadingWorld world() {
      return world;
    }
  }

  @Nested
  class SettleParkedPort implements SettleParkedContract {
    @Override
    public DeliveringWorld world() {
      return world;
    }
  }

  @Nested
  class ConfigurationsPort implements ConfigurationsContract {
    @Override
    public DeliveringWorld world() {
      return world;
    }
  }

  @Nested
  class FindOrdersPort implements FindOrdersContract {
    @Override
    public ReadingWorld world() {
      return world;
    }
  }

  @Nested
  class ItemLabelsOfOrders implements ItemLabelsContract {
    @Override
    public ReadingWorld world() {
      return world;
    }
  }

  @Nested
  class ReadOrderPort implements ReadOrderContract {
    @Override
    public ReadingWorld world() {
      return world;
    }
  }

  @Nested
  class ReadHistoryPort implements ReadHistoryContract {
    @Override
    public ReadingWorld world() {
      return world;
    }
  }

  @Nested
  class ReadLedgerPort implements ReadLedgerContract {
    @Override
    public ReadingWorld world() {
      return world;
    }
  }

  @Nested
  class NotSentOfLedger implements NotSentContract {
    @Override
    public ReadingWorld world() {
      return world;
    }
  }

  @Nested
  class CountLabelsPort implements CountLabelsContract {
    @Override
    public ReadingWorld world() {
      return world;
    }
  }

  @Nested
  class StoredMonthsPort implements StoredMonthsContract {
    @Override
    public HousekeepingWorld world() {
      return world;
    }
  }

  @Nested
  class LeftoversPort implements LeftoversContract {
    @Override
    public HousekeepingWorld world() {
      return world;
    }
  }

  @Nested
  class StatusLookupsPort implements StatusLookupsContract {
    @Override
    public LookupWorld world() {
      return world;
    }
  }
}
