package id.deskpilkada.dashboard.leader;

import id.deskpilkada.dashboard.PageFormats;
import id.deskpilkada.dashboard.day.PlaceStanding;
import id.deskpilkada.dashboard.day.RaceLine;
import id.deskpilkada.dashboard.votes.RaceVotes;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.document.Documents;
import id.deskpilkada.region.Regions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The leader's look on one sheet of A4. */
@Component
class LeaderPaper {

    private static final int SLOTS = 6;
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final String STYLE = style();

    private final Documents documents;
    private final PageFormats formats;
    private final Messages messages;
    private final Regions regions;

    LeaderPaper(Documents documents, PageFormats formats, Messages messages, Regions regions) {
        this.documents = documents;
        this.formats = formats;
        this.messages = messages;
        this.regions = regions;
    }

    /** @param alarming whether it stands out */
    record Tile(String label, String figure, String note, boolean alarming) {}

    /** @param votes in a line; null where none are shown */
    record Race(
            String name,
            String received,
            String coverage,
            String verified,
            String held,
            String missing,
            @Nullable String votes) {}

    record Slot(String name, String due, String expected, String came, String late) {}

    /** Two places side by side; the right one is null at the end of an odd list. */
    record Pair(Place left, @Nullable Place right) {}

    record Place(
            String name,
            String expected,
            String reported,
            String late,
            String verified,
            String incidents,
            boolean alarming) {}

    /** On paper everything is Indonesian, whatever language the reader's pages are in. */
    byte[] of(LeaderView view) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(INDONESIAN);
        try {
            return documents.pdf("ringkas", model(view));
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private Map<String, Object> model(LeaderView view) {
        var day = view.day();
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("place", day.here().name());
        model.put("round", day.stand().roundName());
        model.put("verdict", messages.text(view.verdict().words()));
        model.put("alarming", view.verdict() == Verdict.ALARM);
        model.put("moment", messages.text(day.moment().words()));
        var next = day.moment().next();
        model.put(
                "next",
                next == null ? "" : messages.text(next.words(), next.name()) + ", " + formats.dateTime(next.at()));
        model.put("asOf", formats.dateTime(day.asOf()));
        model.put("tiles", tiles(view));
        model.put("races", day.races().stream().map(race -> race(race, view)).toList());
        model.put("slots", slots(view));
        model.put("checked", "day.verified." + day.subject().check());
        model.put("subject", day.subject().name());
        model.put("pairs", pairs(day.children()));
        model.put("zone", regions.zoneName());
        model.put("style", STYLE);
        return model;
    }

    private static String style() {
        try {
            return new ClassPathResource("templates/document/ringkas.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Tile> tiles(LeaderView view) {
        var day = view.day();
        var incidents = day.burning().board().all().all();
        return List.of(
                new Tile(
                        messages.text("day.reported"),
                        number(day.here().reported()) + " / "
                                + number(day.here().expected()),
                        day.subject().name(),
                        false),
                new Tile(
                        messages.text("day.late"),
                        number(day.late().overdue()),
                        messages.text("leader.late.all"),
                        day.late().overdue() > 0),
                new Tile(
                        messages.text("leader.burning"),
                        number(incidents),
                        messages.text("leader.runOut", number(day.burning().runOut())),
                        day.burning().runOut() > 0));
    }

    private Race race(RaceLine line, LeaderView view) {
        var votes = view.votesOf(line.race());
        return new Race(
                line.race().name(),
                number(line.received()) + " / " + number(line.expected()),
                formats.percent(line.received(), line.expected()),
                number(line.verified()),
                number(line.held()),
                number(line.notYet()),
                votes == null ? null : votes(votes));
    }

    private String votes(RaceVotes votes) {
        if (!votes.enough()) {
            return messages.text("leader.notEnough", formats.percent(votes.counted(), votes.expected()));
        }
        var lines = votes.votes().stream()
                .map(one -> one.ballotNumber() + ". " + one.name() + " " + number(one.votes()) + " ("
                        + formats.percent(one.votes(), votes.valid()) + ")")
                .collect(Collectors.joining("; "));
        return messages.text("leader.votesFrom", number(votes.counted())) + ": " + lines;
    }

    private List<Slot> slots(LeaderView view) {
        var slots = view.day().slots();
        return slots.subList(Math.max(0, slots.size() - SLOTS), slots.size()).stream()
                .map(slot -> new Slot(
                        slot.name(),
                        formats.clock(slot.dueAt()),
                        number(slot.progress().expected()),
                        number(slot.progress().received() + slot.progress().late()),
                        number(slot.progress().overdue())))
                .toList();
    }

    private List<Pair> pairs(List<PlaceStanding> standings) {
        var places = standings.stream().map(this::place).toList();
        int half = (places.size() + 1) / 2;
        var pairs = new ArrayList<Pair>();
        for (int at = 0; at < half; at++) {
            pairs.add(new Pair(places.get(at), half + at < places.size() ? places.get(half + at) : null));
        }
        return pairs;
    }

    private Place place(PlaceStanding one) {
        return new Place(
                one.name(),
                number(one.expected()),
                number(one.reported()),
                number(one.late()),
                number(one.verified()),
                number(one.incidents()),
                one.late() > 0);
    }

    private String number(long number) {
        return formats.number(number);
    }
}
