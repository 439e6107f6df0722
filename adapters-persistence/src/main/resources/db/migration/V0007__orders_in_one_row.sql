-- An event relabels an order and most of its lines. Lines and parcels stand in their order's row, so
-- that this writes one row and, since no index holds what changes, no index; and whoever reads an
-- order sees it as it stood at one time. Each line is an array: line, sku, name, ordered, shipped,
-- cancelled, cancelled with order, returned, moved, label, expected and actual ship date. Both are
-- in the order in which they came in.
alter table customer_order
  add column lines json,
  add column parcels json not null default '[]';
update customer_order o
   set lines = (
         select json_agg(json_build_array(
                  l.line, l.sku, l.name, l.ordered, l.shipped, l.cancelled, l.cancelled_with_order,
                  l.returned, l.moved, l.label, l.expected_ship_date, l.actual_ship_date)
                  order by l.position)
           from order_line l
          where l.store_id = o.store_id and l.order_number = o.order_number);
update customer_order o
   set parcels = (
         select json_agg(json_strip_nulls(json_build_object(
                  'carrier', p.carrier, 'trackingNumber', p.tracking_number,
                  'shippedOn', p.shipped_on, 'lines', p.lines)) order by p.position)
           from parcel p
          where p.store_id = o.store_id and p.order_number = o.order_number)
 where exists (
         select from parcel p
          where p.store_id = o.store_id and p.order_number = o.order_number);
drop table parcel;
alter table customer_order
  alter column lines set not null,
  alter column parcels drop default;
alter table customer_order set (fillfactor = 70);
drop index customer_order_by_label;

-- Where a label is in use: one row per order and label that stands on it or on any of its lines; the
-- empty label stands for none. Follows from `customer_order` and changes with it.
create table order_by_label (
  store_id text not null,
  label text not null,
  order_number text not null,
  on_order boolean not null,
  lines int not null,
  primary key (store_id, label, order_number)
);
insert into order_by_label (store_id, label, order_number, on_order, lines)
select u.store_id, u.label, u.order_number, bool_or(u.on_order), sum(u.lines)
  from (
    select o.store_id, coalesce(o.label, '') as label, o.order_number, true as on_order, 0 as lines
      from customer_order o
    union all
    select l.store_id, coalesce(l.label, ''), l.order_number, false, 1 from order_line l) u
 group by u.store_id, u.label, u.order_number;
drop table order_line;

-- Documents that no statement looks into are kept as they were written.
alter table operation alter column receipt type json using receipt::json;
alter table order_history
  alter column data type json using data::json,
  alter column changes type json using changes::json,
  alter column content type json using content::json;
alter table channel_update alter column content type json using content::json;
