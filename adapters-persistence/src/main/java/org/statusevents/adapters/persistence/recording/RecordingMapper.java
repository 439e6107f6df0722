package org.statusevents.adapters.persistence.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/// Two statements to load and one to save, however many orders and operations.
interface RecordingMapper {

  /// Locks the orders that exist, in one order whatever the caller's. Apart from reading them,
  /// since a statement that waited for a lock still sees other tables as they were when it began.
  @Select(
      affectData = true,
      value =
          """
          select order_number from customer_order
           where store_id = #{store} and order_number = any(#{numbers}::text[])
           order by order_number
             for no key update
          """)
  List<String> lock(@Param("store") String store, @Param("numbers") String[] numbers);

  /// All that is stored of those orders and operations, as one document.
  @Select(
      """
      select jsonb_build_object(
        'version', (select s.current_version from store s where s.store_id = #{store}),
        'bound', (select coalesce(jsonb_agg(b.channel_id), '[]')
                    from bound_channel b where b.store_id = #{store}),
        'orders', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'number', o.order_number, 'cartNumber', o.cart_order_number,
            'channel', o.channel_id,
            'orderedAt', to_char(o.ordered_at at time zone 'UTC',
                                 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'label', o.label, 'version', o.version, 'fingerprint', o.import_fingerprint,
            'lines', (
              select jsonb_agg(jsonb_build_array(
                       l.line, l.sku, l.name, l.ordered, l.shipped, l.cancelled,
                       l.cancelled_with_order, l.returned, l.moved, l.label,
                       l.expected_ship_date, l.actual_ship_date) order by l.position)
                from order_line l
               where l.store_id = o.store_id and l.order_number = o.order_number),
            'parcels', (
              select coalesce(jsonb_agg(jsonb_build_array(
                       p.carrier, p.tracking_number, p.shipped_on, p.lines)
                       order by p.position), '[]')
                from parcel p
               where p.store_id = o.store_id and p.order_number = o.order_number),
            'told', (
              select coalesce(jsonb_object_agg(n.channel_id, case
                       when n.parked_at is not null and n.last_position = n.acked_position + 1
                         then n.told_facts
                       when n.last_position > n.acked_position then n.owed_facts
                       else n.told_facts end), '{}')
                from lane n
               where n.store_id = o.store_id and n.order_number = o.order_number
                 and n.channel_id in (
                   select c.channel_id from channel c where c.store_id = o.store_id)))), '[]')
            from customer_order o
           where o.store_id = #{store} and o.order_number = any(#{numbers}::text[])),
        'operations', (
          select coalesce(jsonb_agg(jsonb_build_object(
                   'id', p.operation_id, 'digest', p.digest, 'receipt', p.receipt)), '[]')
            from operation p
           where p.store_id = #{store} and p.operation_id = any(#{operations}::text[])))
      """)
  JsonNode load(
      @Param("store") String store,
      @Param("numbers") String[] numbers,
      @Param("operations") String[] operations);

  /// Stores a batch; see [BatchDocument] for its form. Answers how many history rows it wrote.
  @Select(
      affectData = true,
      value =
          """
          with batch as materialized (
            select #{batch}::jsonb as doc
          ), operations as (
            insert into operation (store_id, operation_id, digest, receipt, recorded_at)
            select #{store}, x.id, x.digest, x.receipt, x.recorded_at
              from batch, jsonb_to_recordset(doc -> 'operations')
                as x(id text, digest text, receipt jsonb, recorded_at timestamptz)
             order by x.id
          ), created as (
            insert into customer_order
              (store_id, order_number, cart_order_number, channel_id, ordered_at, label, version,
               import_fingerprint, imported_at, changed_at)
            select #{store}, x.number, x.cart_number, x.channel, x.ordered_at, x.label, x.version,
                   x.fingerprint, x.at, x.at
              from batch, jsonb_to_recordset(doc -> 'created')
                as x(number text, cart_number text, channel text, ordered_at timestamptz,
                     label text, version bigint, fingerprint text, at timestamptz)
             order by x.number
          ), changed as (
            update customer_order o
               set label = x.label, version = x.version, changed_at = x.at
              from batch, jsonb_to_recordset(doc -> 'changed')
                as x(number text, label text, version bigint, at timestamptz)
             where o.store_id = #{store} and o.order_number = x.number
          ), contacts as (
            insert into order_contact
              (store_id, order_number, locale, bill_to_name, postal_code, email, phone,
               ship_to_name)
            select #{store}, x.number, x.locale, x.bill_to_name, x.postal_code, x.email, x.phone,
                   x.ship_to_name
              from batch, jsonb_to_recordset(doc -> 'contacts')
                as x(number text, locale text, bill_to_name text, postal_code text, email text,
                     phone text, ship_to_name text)
          ), bound as (
            insert into bound_channel (store_id, channel_id)
            select distinct #{store}, x.channel
              from batch, jsonb_to_recordset(doc -> 'created') as x(channel text)
             where x.channel is not null
            on conflict do nothing
          ), lines as (
            insert into order_line
              (store_id, order_number, line, position, sku, name, ordered, shipped, cancelled,
               cancelled_with_order, returned, moved, label, expected_ship_date,
               actual_ship_date)
            select #{store}, x.number, x.line, x.position, x.sku, x.name, x.ordered, x.shipped,
                   x.cancelled, x.cancelled_with_order, x.returned, x.moved, x.label, x.expected, x.actual
              from batch, jsonb_to_recordset(doc -> 'lines')
                as x(number text, line int, position int, sku text, name text, ordered int,
                     shipped int, cancelled int, cancelled_with_order int, returned int, moved int,
                     label text, expected date, actual date)
             order by x.number, x.line
            on conflict (store_id, order_number, line) do update
              set sku = excluded.sku, name = excluded.name, ordered = excluded.ordered,
                  shipped = excluded.shipped, cancelled = excluded.cancelled,
                  cancelled_with_order = excluded.cancelled_with_order,
                  returned = excluded.returned, moved = excluded.moved, label = excluded.label,
                  expected_ship_date = excluded.expected_ship_date,
                  actual_ship_date = excluded.actual_ship_date
          ), parcels as (
            insert into parcel
              (store_id, order_number, position, carrier, tracking_number, shipped_on, lines)
            select #{store}, x.number, x.position, x.carrier, x.tracking_number, x.shipped_on,
                   x.lines
              from batch, jsonb_to_recordset(doc -> 'parcels')
                as x(number text, position int, carrier text, tracking_number text,
                     shipped_on date, lines jsonb)
             order by x.number, x.position
            on conflict (store_id, order_number, position) do update
              set carrier = excluded.carrier, tracking_number = excluded.tracking_number,
                  shipped_on = excluded.shipped_on, lines = excluded.lines
          ), fewer_parcels as (
            delete from parcel p
             using batch, jsonb_to_recordset(doc -> 'parcelCounts') as x(number text, parcels int)
             where p.store_id = #{store} and p.order_number = x.number and p.position > x.parcels
          ), owed as materialized (
            select x.number, x.channel, x.id, x.sequence, x.facts, x.at,
                   coalesce(l.last_position, 0)
                     + row_number() over (partition by x.number, x.channel order by x.sequence)
                     as position
              from batch, jsonb_to_recordset(doc -> 'updates')
                as x(number text, channel text, id uuid, sequence bigint, facts bigint,
                     at timestamptz)
              left join lane l
                on l.store_id = #{store} and l.channel_id = x.channel
               and l.order_number = x.number
          ), updates as (
            insert into channel_update
              (store_id, channel_id, order_number, position, update_id, sequence, facts, owed_at)
            select #{store}, w.channel, w.number, w.position, w.id, w.sequence, w.facts, w.at
              from owed w
          ), lanes as (
            insert into lane as l
              (store_id, channel_id, order_number, last_position, owed_facts, due_at,
               waiting_since)
            select distinct on (w.channel, w.number)
                   #{store}, w.channel, w.number, w.position, w.facts, now(),
                   min(w.at) over (partition by w.channel, w.number)
              from owed w
             order by w.channel, w.number, w.position desc
            on conflict (store_id, channel_id, order_number) do update
              set last_position = excluded.last_position,
                  owed_facts = excluded.owed_facts,
                  waiting_since = case
                    when l.acked_position = l.last_position then excluded.waiting_since
                    else least(l.waiting_since, excluded.waiting_since) end,
                  (due_at, failures, first_failed_at, parked_at) = (
                    select case when stays.parked then null else coalesce(l.due_at, now()) end,
                           case when goes_on.again then 0 else l.failures end,
                           case when goes_on.again then null else l.first_failed_at end,
                           case when stays.parked then l.parked_at end
                      from (select l.parked_at is not null and not coalesce(
                              (select c.latest_state from channel c
                                where c.store_id = l.store_id
                                  and c.channel_id = l.channel_id), false) as parked) stays
                     cross join lateral (
                       select l.parked_at is not null and not stays.parked as again) goes_on)
          ), history as (
            insert into order_history
              (store_id, order_number, sequence, event, operation_id, source, actor,
               occurred_at, recorded_at, configuration_version, data, changes, verdicts, content)
            select #{store}, x.number, x.sequence, x.event, x.operation, x.source, x.actor,
                   x.occurred_at, x.recorded_at, x.configuration_version, x.data, x.changes,
                   x.verdicts, x.content
              from batch, jsonb_to_recordset(doc -> 'history')
                as x(number text, sequence bigint, event text, operation text, source text,
                     actor text, occurred_at timestamptz, recorded_at timestamptz,
                     configuration_version bigint, data jsonb, changes jsonb, verdicts jsonb,
                     content jsonb)
            returning 1
          )
          select count(*) from history
          """)
  int save(@Param("store") String store, @Param("batch") JsonNode batch);
}
