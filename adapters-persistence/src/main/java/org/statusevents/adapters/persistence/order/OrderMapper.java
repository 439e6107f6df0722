package org.statusevents.adapters.persistence.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface OrderMapper {

  /// The order of that number; for looking up also that of the cart's number, its own number first.
  @Select(
      """
      select order_number, cart_order_number, channel_id, ordered_at, label, version, imported_at,
             changed_at, lines, parcels
        from customer_order
       where store_id = #{store}
         and (order_number = #{number} or (#{cartToo} and cart_order_number = #{number}))
       order by (order_number = #{number}) desc, order_number
       limit 1
      """)
  Optional<OrderRow> order(
      @Param("store") String store,
      @Param("number") String number,
      @Param("cartToo") boolean cartToo);

  @Select(
      """
      select locale, bill_to_name, postal_code, ship_to_name
        from order_contact
       where store_id = #{store} and order_number = #{number}
      """)
  Optional<ContactRow> contact(@Param("store") String store, @Param("number") String number);

  record OrderRow(
      String orderNumber,
      @Nullable String cartOrderNumber,
      @Nullable String channelId,
      @Nullable Instant orderedAt,
      @Nullable String label,
      long version,
      Instant importedAt,
      Instant changedAt,
      JsonNode lines,
      JsonNode parcels) {}

  record ContactRow(
      @Nullable String locale,
      @Nullable String billToName,
      @Nullable String postalCode,
      @Nullable String shipToName) {}
}
