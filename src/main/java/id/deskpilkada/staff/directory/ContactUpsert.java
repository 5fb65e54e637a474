package id.deskpilkada.staff.directory;

import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.staff.directory.ContactRows.ContactRow;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores a file of contacts in two statements and counts what it did. */
@Component
class ContactUpsert {

    /** A confirmation stays with the numbers it was given for. */
    private static final String STORE =
            """
            WITH given AS (
              SELECT * FROM unnest(:kinds::text[], :names::text[], :areas::text[], :positions::text[], :phones::text[], :whatsapps::text[], :notes::text[],
                                   :confirmed::boolean[]) AS g (kind, name, area, position, phone, whatsapp, note, confirmed)),
            merged AS (
              SELECT g.kind, g.name, g.area, g.confirmed, k.phone AS phone_before, k.whatsapp AS whatsapp_before, k.confirmed_at, k.confirmed_by, k.confirmed_by_name,
                CASE WHEN :hasPosition THEN g.position ELSE k.position END AS position, CASE WHEN :hasPhone THEN g.phone ELSE k.phone END AS phone,
                CASE WHEN :hasWhatsapp THEN g.whatsapp ELSE k.whatsapp END AS whatsapp, CASE WHEN :hasNote THEN g.note ELSE k.note END AS note
              FROM given g LEFT JOIN contact k ON k.area = g.area AND k.kind = g.kind AND lower(k.name) = lower(g.name)),
            settled AS (
              SELECT m.*, CASE WHEN confirmed IS FALSE THEN 'NO' WHEN confirmed_at IS NOT NULL AND (phone, whatsapp) IS NOT DISTINCT FROM (phone_before, whatsapp_before) THEN 'KEPT'
                               WHEN confirmed THEN 'NOW' ELSE 'NO' END AS standing FROM merged m),
            stored AS (
              INSERT INTO contact AS c (kind, name, position, area, phone, whatsapp, note, confirmed_at, confirmed_by, confirmed_by_name)
              SELECT kind, name, position, area, phone, whatsapp, note,
                CASE standing WHEN 'KEPT' THEN confirmed_at WHEN 'NOW' THEN :now END,
                CASE standing WHEN 'KEPT' THEN confirmed_by WHEN 'NOW' THEN :by::bigint END,
                CASE standing WHEN 'KEPT' THEN confirmed_by_name WHEN 'NOW' THEN :byName END
              FROM settled
              ON CONFLICT (area, kind, lower(name)) DO UPDATE SET name = excluded.name, position = excluded.position, phone = excluded.phone, whatsapp = excluded.whatsapp,
                note = excluded.note, confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by, confirmed_by_name = excluded.confirmed_by_name
              WHERE (c.name, c.position, c.phone, c.whatsapp, c.note, c.confirmed_at)
                IS DISTINCT FROM (excluded.name, excluded.position, excluded.phone, excluded.whatsapp, excluded.note, excluded.confirmed_at)
              RETURNING xmax = 0 AS created)
            SELECT count(*) FILTER (WHERE created) AS created, count(*) FILTER (WHERE NOT created) AS updated FROM stored
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ContactUpsert(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Counts(int created, int updated) {}

    /** @param present whether the file has a column; what it has not stays as stored */
    ImportOutcome store(List<ContactRow> rows, Predicate<String> present, Confirming by) {
        var kept = rows.stream().filter(ContactRow::active).toList();
        var counts = jdbc.sql(STORE)
                .param("kinds", texts(kept, ContactRow::kind))
                .param("names", texts(kept, ContactRow::name))
                .param("areas", texts(kept, ContactRow::area))
                .param("positions", texts(kept, ContactRow::position))
                .param("phones", texts(kept, ContactRow::phone))
                .param("whatsapps", texts(kept, ContactRow::whatsapp))
                .param("notes", texts(kept, ContactRow::note))
                .param("confirmed", kept.stream().map(ContactRow::confirmed).toArray(Boolean[]::new))
                .param("hasPosition", present.test("position"))
                .param("hasPhone", present.test("phone"))
                .param("hasWhatsapp", present.test("whatsapp"))
                .param("hasNote", present.test("note"))
                .param("now", Instant.now(clock).atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("byName", by.name())
                .query(Counts.class)
                .single();
        int removed = remove(rows.stream().filter(row -> !row.active()).toList());
        int updated = counts.updated() + removed;
        return new ImportOutcome(counts.created(), updated, rows.size() - counts.created() - updated, List.of());
    }

    private int remove(List<ContactRow> rows) {
        return jdbc.sql(
                        """
                        DELETE FROM contact c USING unnest(:kinds::text[], :names::text[], :areas::text[]) AS g (kind, name, area)
                        WHERE c.area = g.area AND c.kind = g.kind AND lower(c.name) = lower(g.name)
                        """)
                .param("kinds", texts(rows, ContactRow::kind))
                .param("names", texts(rows, ContactRow::name))
                .param("areas", texts(rows, ContactRow::area))
                .update();
    }

    private static @Nullable String[] texts(List<ContactRow> rows, Function<ContactRow, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
