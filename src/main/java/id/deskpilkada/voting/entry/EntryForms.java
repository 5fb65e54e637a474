package id.deskpilkada.voting.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prepares the page of the form: as it is known, or as it was just typed. */
@Component
class EntryForms {

    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH.mm");
    /** A turnout above the voter list by more than a tenth is marked to be checked. */
    private static final double TENTH_MORE = 1.1;

    private final VotingEntry entry;
    private final Regions regions;
    private final Messages messages;
    private final ObjectMapper json;

    EntryForms(VotingEntry entry, Regions regions, Messages messages, ObjectMapper json) {
        this.entry = entry;
        this.regions = regions;
        this.messages = messages;
        this.json = json;
    }

    /** @throws id.deskpilkada.platform.Problem 403 {@code NOT_YOUR_TPS}, 422 {@code UNKNOWN_SLOT} */
    EntryForm of(RoundRef round, String slot, String area, PostedEntry posted, Actor actor) {
        var sheet = entry.sheet(round, slot, area, new Page.Window(0, Page.LARGEST), actor);
        var rows = new ArrayList<EntryForm.Row>();
        sheet.stations().items().forEach(line -> rows.add(row(line, posted)));
        var place = sheet.stations().items().isEmpty()
                ? area
                : sheet.stations().items().get(0).tps();
        var own = actor.may(Permission.REPORT, place);
        var noon = round.date().atTime(12, 0).atZone(regions.zone());
        return new EntryForm(
                sheet,
                area,
                sheet.situation() == null ? null : row(sheet.situation(), posted),
                rows,
                new EntryForm.Channel(
                        own,
                        actor.may(Permission.REPORT_FOR_OTHERS, place),
                        posted.source() == null ? own ? "APP" : "PHONE" : posted.source(),
                        posted.onBehalfOf(),
                        posted.errors("")),
                round.date().toString(),
                round.date().minusDays(1).toString(),
                noon.getOffset().getId(),
                regions.zone().getId());
    }

    private EntryForm.Row row(EntrySheet.Line line, PostedEntry posted) {
        var values = values(line);
        return row(
                line.tps(),
                line,
                values,
                line.state(),
                status(line.sent(), line.noNewsAt()),
                before(line),
                like(line.before()),
                line.dpt() == null ? 0 : (int) (line.dpt() * TENTH_MORE),
                posted);
    }

    private EntryForm.Row row(EntrySheet.Situation situation, PostedEntry posted) {
        var values = new TreeMap<String, String>();
        put(values, "security", situation.security());
        put(values, "weather", situation.weather());
        put(values, "power", situation.power());
        put(values, "remarks", situation.remarks());
        return row(
                situation.area(), null, values, situation.state(), status(situation.sent(), null), "", "{}", 0, posted);
    }

    private static EntryForm.Row row(
            String place,
            EntrySheet.@Nullable Line line,
            Map<String, String> values,
            Standing standing,
            @Nullable String status,
            String before,
            String like,
            int most,
            PostedEntry posted) {
        var typed = posted.refused(place);
        return new EntryForm.Row(
                place,
                line,
                typed == null ? UUID.randomUUID() : posted.idAfter(typed),
                typed == null ? values : typed.values(),
                typed == null ? TypedRow.fingerprint(values) : typed.was(),
                posted.errors(place),
                typed == null ? standing.row() : "failed",
                typed == null ? status : posted.errors(place).get(""),
                before,
                like,
                most);
    }

    private static Map<String, String> values(EntrySheet.Line line) {
        var values = new TreeMap<String, String>();
        if (line.halted()) {
            values.put(TypedRow.HALTED, TypedRow.YES);
        }
        var now = line.now();
        if (now != null) {
            put(values, "security", now.security());
            put(values, "total", now.total());
            put(values, "male", now.male());
            put(values, "female", now.female());
            put(values, "openedAt", time(now.openedAt()));
            put(values, "closedAt", time(now.closedAt()));
            put(values, "queue", now.queue());
            put(values, "mobility", now.mobility());
            put(values, "officersCondition", now.officersCondition());
            put(values, "onDutySince", time(now.onDutySince()));
            put(values, "remarks", now.remarks());
        }
        return values;
    }

    private static @Nullable String time(@Nullable OffsetDateTime time) {
        return time == null ? null : time.format(INPUT);
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    private @Nullable String status(EntrySheet.@Nullable SentReport sent, @Nullable OffsetDateTime noNews) {
        if (sent != null && sent.refused()) {
            return messages.text(
                    "voting.entry.refused",
                    sent.reasons().stream()
                            .map(EntrySheet.ShownReason::message)
                            .reduce((one, other) -> one + " " + other)
                            .orElse(""));
        }
        if (sent != null) {
            return messages.text("voting.entry.sent", sent.receivedAt().format(SHOWN), sent.receipt());
        }
        return noNews == null ? null : messages.text("voting.entry.noNews.noted", noNews.format(SHOWN));
    }

    /** E.g. {@code 10.00: 210 pemilih · kondusif · buka 07.05}. */
    private String before(EntrySheet.Line line) {
        var parts = new ArrayList<String>();
        var before = line.before();
        if (before != null && before.total() != null) {
            parts.add(messages.text("voting.entry.before.total", before.slot(), before.total()));
        }
        if (before != null && before.security() != null) {
            var said = messages.text("voting.entry.before.security." + before.security());
            parts.add(before.total() == null ? before.slot() + ": " + said : said);
        }
        if (line.openedAt() != null) {
            parts.add(
                    messages.text("voting.entry.before.opened", line.openedAt().format(SHOWN)));
        }
        return String.join(" · ", parts);
    }

    private String like(EntrySheet.@Nullable Before before) {
        var like = new TreeMap<String, String>();
        if (before != null) {
            put(like, "security", before.security());
            put(like, "mobility", before.mobility());
            put(like, "queue", before.queue());
            put(like, "officersCondition", before.officersCondition());
        }
        try {
            return Objects.requireNonNull(json.writeValueAsString(like));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
