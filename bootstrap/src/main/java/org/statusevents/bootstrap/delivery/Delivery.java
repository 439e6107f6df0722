package org.statusevents.bootstrap.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.delivering.ReplaySelection;
import org.statusevents.application.delivering.ReplayUpdates;
import org.statusevents.application.delivering.ResendUpdate;
import org.statusevents.application.delivering.SettleParked;
import org.statusevents.application.recording.RecordOperations;
import org.statusevents.application.recording.RecordingOutcome;
import org.statusevents.application.recording.SubmittedOperation;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.order.OrderNumber;

/// Wraps use cases and channels: `wake` is called after each call that may have left work to do,
/// once it is committed.
public final class Delivery {
  private Delivery() {}

  public static RecordOperations wakingRecorder(RecordOperations inner, Runnable wake) {
    return new WakingRecorder(inner, wake);
  }

  public static ResendUpdate wakingResender(ResendUpdate inner, Runnable wake) {
    return new WakingResender(inner, wake);
  }

  public static ReplayUpdates wakingReplayer(ReplayUpdates inner, Runnable wake) {
    return new WakingReplayer(inner, wake);
  }

  public static SettleParked wakingSettler(SettleParked inner, Runnable wake) {
    return new WakingSettler(inner, wake);
  }

  public static CartChannel metered(CartChannel channel, MeterRegistry registry) {
    return new MeteredChannel(channel, registry);
  }

  private record WakingRecorder(RecordOperations inner, Runnable wake) implements RecordOperations {
    @Override
    public List<RecordingOutcome> record(
        StoreId store, List<SubmittedOperation> operations, Atomicity atomicity) {
      List<RecordingOutcome> outcomes = inner.record(store, operations, atomicity);
      wake.run();
      return outcomes;
    }
  }

  private record WakingResender(ResendUpdate inner, Runnable wake) implements ResendUpdate {
    @Override
    public ResendOutcome resend(StoreId store, OrderNumber order, Optional<ChannelId> channel) {
      ResendOutcome outcome = inner.resend(store, order, channel);
      wake.run();
      return outcome;
    }
  }

  private record WakingReplayer(ReplayUpdates inner, Runnable wake) implements ReplayUpdates {
    @Override
    public ReplayOutcome replay(
        StoreId store,
        ChannelId channel,
        ReplaySelection selection,
        Optional<OrderNumber> after,
        String actor) {
      ReplayOutcome outcome = inner.replay(store, channel, selection, after, actor);
      wake.run();
      return outcome;
    }
  }

  private record WakingSettler(SettleParked inner, Runnable wake) implements SettleParked {
    @Override
    public ParkedOutcome retry(StoreId store, UpdateId update) {
      ParkedOutcome outcome = inner.retry(store, update);
      wake.run();
      return outcome;
    }

    @Override
    public ParkedOutcome discard(StoreId store, UpdateId update, String actor) {
      ParkedOutcome outcome = inner.discard(store, update, actor);
      wake.run();
      return outcome;
    }
  }
}
