package id.deskpilkada.staff.directory;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.region.Regions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a reader may look up: everybody inside their area, and of the regions above it the offices, but no people. */
@Service
class DirectorySearch {

    private static final int VILLAGE = 10;

    private static final String WITHIN =
            """
             FROM contact c WHERE (
              EXISTS (SELECT 1 FROM unnest(string_to_array(:areas, ',')) a WHERE starts_with(c.area, a))
              OR c.kind = ANY (string_to_array(:offices, ',')) AND EXISTS (SELECT 1 FROM unnest(string_to_array(:areas, ',')) a WHERE starts_with(a, c.area)))
            AND (:place = '' OR starts_with(c.area, :place)) AND (:kind = '' OR c.kind = :kind)
            AND (:text = '' OR lower(c.name) LIKE :like OR lower(c.position) LIKE :like OR (:digits <> '' AND c.phone LIKE '%' || :digits || '%')
              OR c.kind = ANY (string_to_array(:namedKinds, ',')) OR EXISTS (SELECT 1 FROM unnest(string_to_array(:named, ',')) n WHERE starts_with(c.area, n)))
            """;

    private final JdbcClient jdbc;
    private final ContactKinds kinds;
    private final Regions regions;
    private final Audit audit;

    DirectorySearch(JdbcClient jdbc, ContactKinds kinds, Regions regions, Audit audit) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.regions = regions;
        this.audit = audit;
    }

    /** @param place code of a region, dotted or as digits; empty for all. @param kind code; empty for all */
    record Question(String text, String place, String kind) {

        Question {
            text = text.strip();
            place = Area.digits(place.strip());
            kind = kind.strip().toUpperCase(Locale.ROOT);
        }
    }

    @Transactional(readOnly = true)
    public Page<DirectoryEntry> search(Actor actor, Question question, Page.Window window) {
        actor.require(Permission.READ_DIRECTORY);
        var total =
                asked("SELECT count(*)", "", actor, question).query(Long.class).single();
        var items = asked(
                        "SELECT " + Contacts.COLUMNS,
                        " ORDER BY array_position(string_to_array(:order, ','), c.kind), c.area, lower(c.name), c.id LIMIT :size OFFSET :offset",
                        actor,
                        question)
                .param("order", String.join(",", kinds.codes()))
                .param("size", window.size())
                .param("offset", window.offset())
                .query(Contacts::read)
                .list()
                .stream()
                .map(contact -> entry(actor, contact))
                .toList();
        record(question, items, window);
        return new Page<>(items, window.page(), window.size(), total);
    }

    /** @throws Problem 404 {@code UNKNOWN_CONTACT} for one that is not there or not inside the actor's area */
    @Transactional(readOnly = true)
    public DirectoryEntry one(Actor actor, long id) {
        return asked("SELECT " + Contacts.COLUMNS, " AND c.id = " + id, actor, new Question("", "", ""))
                .query(Contacts::read)
                .optional()
                .map(contact -> entry(actor, contact))
                .orElseThrow(() -> Problem.notFound("UNKNOWN_CONTACT"));
    }

    DirectoryEntry entry(Actor actor, Contact contact) {
        return new DirectoryEntry(
                contact,
                kinds.name(contact.kind()),
                place(contact.area()),
                kinds.emergency(contact.kind()),
                actor.may(Permission.CONFIRM_NUMBERS, contact.area()));
    }

    /** "Margasana, Kramatwatu", "TPS 001 Margasana". */
    String place(String area) {
        if (area.length() > VILLAGE) {
            return "TPS " + area.substring(VILLAGE) + " " + regions.name(area.substring(0, VILLAGE));
        }
        return area.length() == VILLAGE
                ? regions.name(area) + ", " + regions.name(area.substring(0, 6))
                : regions.name(area);
    }

    private JdbcClient.StatementSpec asked(String what, String more, Actor actor, Question question) {
        var lower = question.text().toLowerCase(Locale.ROOT);
        var like = "%" + lower.replaceAll("([%_\\\\])", "\\\\$1") + "%";
        var digits = lower.replaceAll("[^0-9]", "").replaceFirst("^(0|62)", "");
        return jdbc.sql(what + WITHIN + more)
                .param("areas", String.join(",", actor.areas(Permission.READ_DIRECTORY)))
                .param("offices", String.join(",", kinds.impersonal()))
                .param("place", question.place())
                .param("kind", question.kind())
                .param("text", lower)
                .param("like", like)
                .param("digits", digits.length() < 3 ? "" : digits)
                .param("namedKinds", lower.isEmpty() ? "" : namedKinds(lower))
                .param("named", lower.length() < 3 ? "" : places(like));
    }

    private String namedKinds(String text) {
        return kinds.codes().stream()
                .filter(code -> kinds.name(code).toLowerCase(Locale.ROOT).contains(text))
                .collect(Collectors.joining(","));
    }

    /** Districts and villages of that name: who searches a place finds whoever is there. */
    private String places(String like) {
        return String.join(
                ",",
                jdbc.sql("SELECT area FROM region WHERE lower(name) LIKE ? AND length(area) >= 6")
                        .param(like)
                        .query(String.class)
                        .list());
    }

    /** Whoever looks at people leaves a trace. */
    private void record(Question question, List<DirectoryEntry> items, Page.Window window) {
        long people = items.stream()
                .filter(entry -> kinds.personal(entry.contact().kind()))
                .count();
        if (people > 0) {
            audit.record(
                    "contacts.viewed",
                    null,
                    question.place().isEmpty() ? null : question.place(),
                    Map.of("people", Long.toString(people), "page", Integer.toString(window.page())));
        }
    }
}
