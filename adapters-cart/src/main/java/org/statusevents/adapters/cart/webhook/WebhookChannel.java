package org.statusevents.adapters.cart.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.statusevents.adapters.cart.http.ChannelChecks;
import org.statusevents.adapters.cart.http.HttpExchange;
import org.statusevents.adapters.cart.http.Post;
import org.statusevents.adapters.cart.http.Redaction;
import org.statusevents.adapters.cart.http.ReplyClasses;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;

/// Any receiver that takes CloudEvents by HTTP, signed by Standard Webhooks where the channel has a
/// secret for it; without one, messages go unsigned. A repeated send has the same id and body and a
/// fresh timestamp; one that a person asked for says so in a header. Any 2xx answer means that the
/// update was taken.
public final class WebhookChannel implements CartChannel {
  private static final String SIGNING_SECRET = "signingSecret";
  private static final Capabilities CAPABILITIES =
      new Capabilities(true, false, true, DeliveryMode.EVERY_EVENT);

  private final HttpExchange exchange;
  private final ChannelChecks checks;
  private final InstantSource clock;

  public WebhookChannel(HttpExchange exchange, ChannelChecks checks, InstantSource clock) {
    this.exchange = exchange;
    this.checks = checks;
    this.clock = clock;
  }

  @Override
  public String adapter() {
    return "webhook";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public List<DataProblem> problemsWith(ChannelAccess access) {
    List<DataProblem> problems =
        new ArrayList<>(checks.problems(access, Set.of(), Set.of(SIGNING_SECRET)));
    if (secretText(access).filter(text -> SigningSecret.find(text).isEmpty()).isPresent()) {
      problems.add(
          new DataProblem(
              "/secrets/" + SIGNING_SECRET,
              "not a signing secret (" + SigningSecret.EXPECTED + ")"));
    }
    return problems;
  }

  @Override
  public Reply send(Update update, ChannelAccess access) {
    return post(
        update.id().toString(),
        CloudEvents.statusChanged(update, access.channel().labelMapping()),
        update.replay() ? Map.of("webhook-replay", "true") : Map.of(),
        access);
  }

  @Override
  public Reply test(ChannelAccess access) {
    String id = UUID.randomUUID().toString();
    return post(id, CloudEvents.test(id, access.channel().id(), clock.instant()), Map.of(), access);
  }

  private Reply post(String id, String body, Map<String, String> further, ChannelAccess access) {
    Instant now = clock.instant();
    Map<String, String> headers = new HashMap<>(further);
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
    Optional<String> secretText = secretText(access);
    if (secretText.isPresent()) {
      Optional<SigningSecret> secret = SigningSecret.find(secretText.get());
      if (secret.isEmpty()) {
        return new Reply.Refused("not sent: the channel's signing secret cannot be used");
      }
      headers.put("webhook-signature", secret.get().signature(id, now, body));
    }
    Redaction redaction = new Redaction(access.secrets().values());
    return ReplyClasses.reply(
        exchange.post(new Post(access.channel().url(), CloudEvents.CONTENT_TYPE, headers, body)),
        redaction,
        answered -> new Reply.Accepted(ReplyClasses.words(answered, redaction)));
  }

  private static Optional<String> secretText(ChannelAccess access) {
    return Optional.ofNullable(access.secrets().get(SIGNING_SECRET))
        .filter(text -> !text.isBlank());
  }
}
