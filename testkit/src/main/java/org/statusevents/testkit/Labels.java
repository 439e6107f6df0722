package org.statusevents.testkit;

import org.statusevents.domain.label.LabelText;

/// Texts of default labels that tests speak of.
public final class Labels {
  public static final LabelText RECEIVED = new LabelText("Received");
  public static final LabelText APPROVED = new LabelText("Approved");
  public static final LabelText PAID = new LabelText("Paid");
  public static final LabelText ON_HOLD = new LabelText("On Hold");
  public static final LabelText PACKED = new LabelText("Packed");
  public static final LabelText SHIPPED = new LabelText("Shipped");
  public static final LabelText ITEM_SHIPPED = new LabelText("Item Shipped");
  public static final LabelText ITEM_EXCHANGED = new LabelText("Item Exchanged");

  private Labels() {}
}
