package org.statusevents.application.configuring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.label.LabelText;

/// Sets up a channel or changes it, secrets included.
public interface PutChannel {

  /// Puts the channel in force after its adapter found nothing wrong with it. Secrets that are not
