package org.statusevents.benchmarks.decide;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.channel.LabelMapping;
import org.statusevents.domain.configuration.ChangeOutcome;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.configuration.StoreSettings;
import org.statusevents.domain.decision.Decider;
import org.statusevents.domain.decision.Decision;
import org.statusevents.domain.decision.KnownOrder;
import org.statusevents.domain.decision.Policy;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.order.CustomerContact;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Parcel;

/// `decide` on an order of five lines in a store with the default labels and rules and one channel.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecideBenchmark {
  private static final OrderNumber NUMBER = new OrderNumber("1001");
  private static final String ADAPTER = "webhook";

  private final Policy policy =
      new Policy(
          configuration(),
          Map.of(ADAPTER, new Capabilities(true, false, true, DeliveryMode.EVERY_EVENT)),
          Set.of());
  private final Map<OrderNumber, KnownOrder> known =
      Map.of(NUMBER, KnownOrder.fresh(importOfFiveLines()));
  private final Operation approve = operation(OccurredEvent.of(StandardEvent.ORDER_APPROVE));
  private final Operation trackingNumber =
      operation(
          OccurredEvent.of(
              StandardEvent.ORDER_ADD_TRACKING_NUMBER,
              new EventData.ParcelAdded(
                  new Parcel("UPS", "1Z999AA10123456784", Optional.empty(), List.of()))));
  private final Operation shipDate =
      operation(
          OccurredEvent.of(
              StandardEvent.ORDER_SET_ACTUAL_SHIP_DATE,
              new EventData.ActualShipDate(
                  new LineSelection.AllLines(), LocalDate.of(2026, 3, 5))));

  private static StoreConfiguration configuration() {
    StoreConfiguration first =
        StoreConfiguration.first(new StoreId("main"), StoreSettings.defaults("Main"));
    StoreConfiguration loaded = changed(first, new ConfigurationChange.LoadDefaults(false));
    return changed(
        loaded,
        new ConfigurationChange.SetChannel(
            new Channel(
                new ChannelId("web"),
                ADAPTER,
                URI.create("https://cart.example.org/hook"),
                Map.of(),
                LabelMapping.NONE,
                DeliveryMode.EVERY_EVENT,
                true)));
  }

  private static StoreConfiguration changed(
      StoreConfiguration configuration, ConfigurationChange change) {
    if (change.applyTo(configuration) instanceof ChangeOutcome.Changed(StoreConfiguration next)) {
      return next;
    }
    throw new IllegalStateException("refused: " + change);
  }

  private static OrderImport importOfFiveLines() {
    return new OrderImport(
        NUMBER,
        Optional.of("W-1001"),
        Optional.empty(),
        Optional.empty(),
        CustomerContact.UNKNOWN,
        List.of(
            new NewLine(1, "SKU-1", "Tea", 2),
            new NewLine(2, "SKU-2", "Honey", 4),
            new NewLine(3, "SKU-3", "Bread", 1),
            new NewLine(4, "SKU-4", "Butter", 1),
            new NewLine(5, "SKU-5", "Jam", 3)));
  }

  private static Operation operation(OccurredEvent event) {
    return new Operation(
        new OperationId("op-" + event.type().key()),
        "bench",
        "bench",
        Instant.parse("2026-03-02T12:00:00Z"),
        NUMBER,
        List.of(event));
  }

  @Benchmark
  public Decision approve() {
    return Decider.decide(approve, known, policy);
  }

  @Benchmark
  public Decision trackingNumber() {
    return Decider.decide(trackingNumber, known, policy);
  }

  @Benchmark
  public Decision shipDate() {
    return Decider.decide(shipDate, known, policy);
  }
}
