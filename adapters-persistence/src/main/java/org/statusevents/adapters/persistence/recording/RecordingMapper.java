package org.statusevents.adapters.persistence.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/// Two statements to load and one to save, however many orders and operations.
///
/// Statements are planned once and then run for hours, while tables grow. A plan made over a small
/// table joins by reading all of it; so joins other than by index are off for the transaction, and
/// a lane is looked up by a subselect with a limit, which cannot become a join.
interface RecordingMapper {
  String ORDERS =
      """
      with found as materialized (
        select o.order_number, o.cart_order_number, o.channel_id, o.ordered_at, o.label, o.version,
               o.import_fingerprint, o.lines, o.parcels
          from (select set_config('enable_hashjoin', 'off', true),
                       set_config('enable_mergejoin', 'off', true)) plain,
               customer_order o
         where o.store_id = #{store} and o.order_number = any(#{numbers}::text[])
         order by o.order_number
      """;

  /// A document for all, since the library takes longer to map a row than to read a document.
  String AS_DOCUMENT =
      """
      )
      select json_agg(json_build_array(
               f.order_number, f.cart_order_number, f.channel_id,
               to_char(f.ordered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), f.label,
               f.version, f.import_fingerprint, f.lines, f.parcels))
        from found f
      """;

  /// Locks the orders that exist, in one order whatever the caller's, and answers them as they are
  /// once locked; null for none. Apart from [#loadRest], since a statement that waited for a lock
  /// still sees other rows as they were when it began.
  @Select(affectData = true, value = ORDERS + "for no key update of o" + AS_DOCUMENT)
  @Nullable JsonNode lock(@Param("store") String store, @Param("numbers") String[] numbers);

  /// The same without a lock.
  @Select(ORDERS + AS_DOCUMENT)
  @Nullable JsonNode load(@Param("store") String store, @Param("numbers") String[] numbers);

  /// All else that is stored of those orders and operations, as one document; see [LoadedDocument].
  @Select(
      """
      select json_build_object(
        'version', (select s.current_version from store s where s.store_id = #{store}),
        'bound', (select json_agg(b.channel_id)
                    from bound_channel b where b.store_id = #{store}),
        'told', (
          select json_agg(json_build_array(n.order_number, n.channel_id, case
                   when n.parked_at is not null and n.last_position = n.acked_position + 1
                     then n.told_facts
                   when n.last_position > n.acked_position then n.owed_facts
                   else n.told_facts end))
            from channel c
           cross join unnest(#{numbers}::text[]) as w(number)
           cross join lateral (
             select * from lane l
              where l.store_id = #{store} and l.channel_id = c.channel_id
                and l.order_number = w.number
              limit 1) n
           where c.store_id = #{store}),
        'operations', (
          select json_agg(json_build_object(
                   'id', p.operation_id, 'digest', p.digest, 'receipt', p.receipt))
            from operation p
           where p.store_id = #{store} and p.operation_id = any(#{operations}::text[])))
      """)
  JsonNode loadRest(
      @Param("store") String store,
      @Param("numbers") String[] numbers,
      @Param("operations") String[] operations);

  /// Stores a batch; see [BatchColumns] for its parts. Answers how many history rows it wrote.
  @Select(
      affectData = true,
      value =
          """
          with operations as (
            insert into operation (store_id, operation_id, digest, receipt, recorded_at)
            select #{store}, x.id, x.digest, x.receipt, x.recorded_at
              from unnest(
                     #{b.operations.id}::text[], #{b.operations.digest}::text[],
                     #{b.operations.receipt}::json[],
                     #{b.operations.recorded_at}::timestamptz[])
                     as x(id, digest, receipt, recorded_at)
             order by x.id
          ), created as (
            insert into customer_order
              (store_id, order_number, cart_order_number, channel_id, ordered_at, label, version,
               import_fingerprint, imported_at, changed_at, lines, parcels)
            select #{store}, x.number, x.cart_number, x.channel, x.ordered_at, x.label, x.version,
                   x.fingerprint, x.at, x.at, x.lines, x.parcels
              from unnest(
                     #{b.created.number}::text[], #{b.created.cart_number}::text[],
                     #{b.created.channel}::text[], #{b.created.ordered_at}::timestamptz[],
                     #{b.created.label}::text[], #{b.created.fingerprint}::text[],
                     #{b.created.at}::timestamptz[], #{b.created.lines}::json[],
                     #{b.created.parcels}::json[], #{b.created.version}::bigint[])
                     as x(number, cart_number, channel, ordered_at, label, fingerprint, at, lines,
                          parcels, version)
             order by x.number
          ), changed as (
            update customer_order o
               set label = x.label, version = x.version, changed_at = x.at, lines = x.lines,
                   parcels = x.parcels
              from unnest(
                     #{b.changed.number}::text[], #{b.changed.label}::text[],
                     #{b.changed.at}::timestamptz[], #{b.changed.lines}::json[],
                     #{b.changed.parcels}::json[], #{b.changed.version}::bigint[])
                     as x(number, label, at, lines, parcels, version)
             where o.store_id = #{store} and o.order_number = x.number
          ), unused as (
            delete from order_by_label u
             using unnest(#{b.unused.label}::text[], #{b.unused.number}::text[])
                     as x(label, number)
             where u.store_id = #{store} and u.label = x.label and u.order_number = x.number
          ), used as (
            insert into order_by_label (store_id, label, order_number, on_order, lines)
            select #{store}, x.label, x.number, x.on_order, x.lines
              from unnest(
                     #{b.used.label}::text[], #{b.used.number}::text[],
                     #{b.used.on_order}::boolean[], #{b.used.lines}::bigint[])
                     as x(label, number, on_order, lines)
             order by x.label, x.number
            on conflict (store_id, label, order_number) do update
              set on_order = excluded.on_order, lines = excluded.lines
          ), contacts as (
            insert into order_contact
              (store_id, order_number, locale, bill_to_name, postal_code, email, phone,
               ship_to_name)
            select #{store}, x.*
              from unnest(
                     #{b.contacts.number}::text[], #{b.contacts.locale}::text[],
                     #{b.contacts.bill_to_name}::text[], #{b.contacts.postal_code}::text[],
                     #{b.contacts.email}::text[], #{b.contacts.phone}::text[],
                     #{b.contacts.ship_to_name}::text[]) as x
          ), bound as (
            insert into bound_channel (store_id, channel_id)
            select distinct #{store}, x.channel
              from unnest(#{b.created.channel}::text[]) as x(channel)
             where x.channel is not null
            on conflict do nothing
          ), owed as materialized (
            select x.number, x.channel, x.id, x.sequence, x.facts, x.at,
                   coalesce(l.last_position, 0)
                     + row_number() over (partition by x.number, x.channel order by x.sequence)
                     as position
              from unnest(
                     #{b.updates.number}::text[], #{b.updates.channel}::text[],
                     #{b.updates.id}::uuid[], #{b.updates.at}::timestamptz[],
                     #{b.updates.sequence}::bigint[], #{b.updates.facts}::bigint[])
                     as x(number, channel, id, at, sequence, facts)
              left join lateral (
                select n.last_position from lane n
                 where n.store_id = #{store} and n.channel_id = x.channel
                   and n.order_number = x.number
                 limit 1) l on true
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
              from unnest(
                     #{b.history.number}::text[], #{b.history.event}::text[],
                     #{b.history.operation}::text[], #{b.history.source}::text[],
                     #{b.history.actor}::text[], #{b.history.occurred_at}::timestamptz[],
                     #{b.history.recorded_at}::timestamptz[], #{b.history.data}::json[],
                     #{b.history.changes}::json[], #{b.history.verdicts}::jsonb[],
                     #{b.history.content}::json[], #{b.history.sequence}::bigint[],
                     #{b.history.configuration_version}::bigint[])
                     as x(number, event, operation, source, actor, occurred_at, recorded_at, data,
                          changes, verdicts, content, sequence, configuration_version)
            returning 1
          )
          select count(*) from history
          """)
  int save(@Param("store") String store, @Param("b") Map<String, Map<String, Object[]>> batch);
}
