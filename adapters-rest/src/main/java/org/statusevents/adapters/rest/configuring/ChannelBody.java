package org.statusevents.adapters.rest.configuring;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.statusevents.adapters.rest.json.Field;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.application.configuring.PutChannel.ChannelDraft;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.channel.LabelMapping;
import org.statusevents.domain.channel.LabelTarget;
import org.statusevents.domain.label.LabelText;

/// What a client sets of a channel.
record ChannelBody(
    ChannelId id,
    Optional<String> adapter,
    Optional<URI> url,
    Optional<Map<String, String>> settings,
    Map<String, String> secrets,
    Optional<LabelMapping> labelMapping,
    Optional<DeliveryMode> deliver,
    Optional<Boolean> enabled) {
  private static final int ADAPTER_LENGTH_MAX = 40;
  private static final int URL_LENGTH_MAX = 2_000;
  private static final int SETTINGS_MAX = 20;
  private static final int SETTING_LENGTH_MAX = 1_000;
  private static final int MAPPINGS_MAX = 1_000;
  private static final int TARGET_LENGTH_MAX = 200;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");
  private static final Map<String, DeliveryMode> MODES =
      Map.of(
          DeliveryMode.EVERY_EVENT.name(), DeliveryMode.EVERY_EVENT,
          DeliveryMode.LATEST_STATE.name(), DeliveryMode.LATEST_STATE);

  /// Ends the request with all that is wrong, with the channel's id too. A `known` channel keeps
  /// what is not named; a new one must have an adapter and an address.
  static ChannelBody read(String id, JsonNode document, boolean known) {
    Findings findings = new Findings();
    ChannelId.problemWith(id).ifPresent(problem -> findings.add("/channel", problem));
    Fields fields = Fields.of(document, findings);
    Field adapter = known ? fields.optional("adapter") : fields.required("adapter");
    Field url = known ? fields.optional("url") : fields.required("url");
    Optional<String> adapterName = adapter.text(ADAPTER_LENGTH_MAX);
    Optional<URI> address = url.word(ChannelBody::problemWithUrl, URI::create);
    Optional<Map<String, String>> settings = texts(fields.optional("settings"));
    Optional<Map<String, String>> secrets = texts(fields.optional("secrets").confidential());
    Optional<LabelMapping> mapping = mapping(fields.optional("labelMapping"));
    Optional<DeliveryMode> deliver = fields.optional("deliver").choice(MODES);
    Optional<Boolean> enabled = fields.optional("enabled").bool();
    fields.noOthers();
    findings.refuseIfAny();
    return new ChannelBody(
        new ChannelId(id),
        adapterName,
        address,
        settings,
        secrets.orElse(Map.of()),
        mapping,
        deliver,
        enabled);
  }

  private static Optional<String> problemWithUrl(String text) {
    String expected = "(expected: an address such as https://cart.example/status)";
    if (text.length() > URL_LENGTH_MAX) {
      return Optional.of(expected);
    }
    try {
      URI uri = new URI(text);
      if (uri.getHost() == null) {
        return Optional.of(expected);
      }
      return uri.getRawUserInfo() == null
          ? Optional.empty()
          : Optional.of("holds a user or a password (expected: those among the secrets)");
    } catch (URISyntaxException _) {
      return Optional.of(expected);
    }
  }

  private static Optional<Map<String, String>> texts(Field field) {
    if (!field.isPresent()) {
      return Optional.empty();
    }
    Map<String, String> texts = new HashMap<>();
    Fields fields = field.object();
    fields
        .entries(SETTINGS_MAX)
        .forEach((name, value) -> {
          if (!NAME.matcher(name).matches()) {
            fields.findings().add(value.pointer(), "(expected: a name of A-Z a-z 0-9)");
          }
          value.required().text(SETTING_LENGTH_MAX).ifPresent(text -> texts.put(name, text));
        });
    return Optional.of(texts);
  }

  private static Optional<LabelMapping> mapping(Field field) {
    if (!field.isPresent()) {
      return Optional.empty();
    }
    Map<LabelText, LabelTarget> targets = new HashMap<>();
    Fields fields = field.object();
    fields
        .entries(MAPPINGS_MAX)
        .forEach((label, target) -> {
          Optional<String> problem = LabelText.problemWith(label);
          problem.ifPresent(detail -> fields.findings().add(target.pointer(), detail));
          Optional<LabelTarget> wanted =
              target.isPresent()
                  ? target.text(TARGET_LENGTH_MAX).map(LabelTarget.CartStatus::new)
                  : Optional.of(new LabelTarget.DoNotSend());
          if (problem.isEmpty() && wanted.isPresent()) {
            targets.put(new LabelText(label), wanted.get());
          }
        });
    return Optional.of(new LabelMapping(targets));
  }

  /// The channel as it is to be. Without a word on it, a new channel delivers as its adapter
  /// prefers.
  ChannelDraft over(Optional<Channel> before) {
    Channel channel =
        new Channel(
            id,
            adapter.or(() -> before.map(Channel::adapter)).orElseThrow(),
            url.or(() -> before.map(Channel::url)).orElseThrow(),
            settings.or(() -> before.map(Channel::settings)).orElse(Map.of()),
            labelMapping.or(() -> before.map(Channel::labelMapping)).orElse(LabelMapping.NONE),
            DeliveryMode.EVERY_EVENT,
            enabled.or(() -> before.map(Channel::enabled)).orElse(true));
    return new ChannelDraft(channel, deliver.or(() -> before.map(Channel::deliver)), secrets);
  }

  /// Says nothing of the secrets.
  @Override
  public String toString() {
    return "ChannelBody[" + id + "]";
  }
}
