package id.deskpilkada.voting.entry;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.FieldReports.Sent;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.voting.entry.EntrySheet.Before;
import id.deskpilkada.voting.entry.EntrySheet.Figures;
import id.deskpilkada.voting.entry.EntrySheet.Line;
import id.deskpilkada.voting.entry.EntrySheet.SentReport;
import id.deskpilkada.voting.entry.EntrySheet.ShownReason;
import id.deskpilkada.voting.entry.EntrySheet.Situation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays out the form of a slot for a person: their polling stations, what is known of them, and how what they sent stands. */
@Service
@Transactional(readOnly = true)
class VotingEntry {

    private final EntrySlots slots;
    private final EntryPlaces places;
    private final EntryRows rows;
    private final FieldReports reports;
    private final Regions regions;
    private final Messages messages;

    VotingEntry(
            EntrySlots slots,
            EntryPlaces places,
            EntryRows rows,
            FieldReports reports,
            Regions regions,
            Messages messages) {
        this.slots = slots;
        this.places = places;
        this.rows = rows;
        this.reports = reports;
        this.regions = regions;
        this.messages = messages;
    }

    /** @throws Problem 403 {@code NOT_YOUR_TPS}, 422 {@code UNKNOWN_SLOT} */
    EntrySheet sheet(RoundRef round, String slot, String area, Page.Window window, Actor actor) {
        var known = slots.of(round.id());
        var asked = known.stream()
                .filter(one -> one.slot().equals(slot))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("UNKNOWN_SLOT", slot));
        var stations = places.stations(round, EntryPlaces.within(actor, area));
        var shown = stations.stream().skip(window.offset()).limit(window.size()).toList();
        var village = EntryPlaces.village(area);
        var reported = village.length() == EntryPlaces.VILLAGE && EntryPlaces.reports(actor, village) ? village : null;
        var sent = sent(round, asked, shown, reported, actor);
        return new EntrySheet(
                round.electionCode(),
                round.code(),
                slot,
                Objects.requireNonNull(local(asked.dueAt())),
                slots.asked(known, asked),
                reported == null ? null : situation(round, asked, reported, sent.get(reported)),
                new Page<>(lines(round, known, asked, shown, sent), window.page(), window.size(), stations.size()));
    }

    private Map<String, Sent> sent(
            RoundRef round, SlotRef slot, List<StationRef> shown, @Nullable String village, Actor actor) {
        var areas = new ArrayList<>(shown.stream().map(StationRef::code).toList());
        if (village != null) {
            areas.add(village);
        }
        return reports.lastSent(
                round.id(), List.of(ReportKind.VOTING, ReportKind.SITUATION), slot.slot(), areas, actor);
    }

    private List<Line> lines(
            RoundRef round, List<SlotRef> known, SlotRef slot, List<StationRef> shown, Map<String, Sent> sent) {
        var earlier = known.stream()
                .takeWhile(one -> !one.equals(slot))
                .map(SlotRef::slot)
                .toList();
        var codes = shown.stream().map(StationRef::code).toList();
        var found = rows.of(round.electionId(), round.id(), slot.slot(), earlier, codes);
        return shown.stream()
                .map(station ->
                        line(station, Objects.requireNonNull(found.get(station.code())), sent.get(station.code())))
                .toList();
    }

    private Line line(StationRef station, EntryRows.Known known, @Nullable Sent sent) {
        var standing = Standing.of(known.expected(), known.reported(), known.held(), sent);
        return new Line(
                station.code(),
                station.number(),
                regions.name(station.villageArea()),
                station.address(),
                known.dpt(),
                standing,
                messages.text(standing.label()),
                standing.badge(),
                local(known.stationOpenedAt()),
                known.stationHalted(),
                known.officer(),
                known.expected() == null ? !known.reported() : known.expected().equals("MISSING"),
                known.reported() ? figures(known) : null,
                before(known),
                local(known.noNewsAt()),
                shown(sent));
    }

    private Figures figures(EntryRows.Known known) {
        return new Figures(
                local(known.openedAt()),
                local(known.closedAt()),
                known.male(),
                known.female(),
                known.total(),
                known.security(),
                known.mobility(),
                known.queue(),
                known.officersCondition(),
                local(known.onDutySince()),
                known.held(),
                known.remarks());
    }

    private static @Nullable Before before(EntryRows.Known known) {
        return known.beforeSlot() == null
                ? null
                : new Before(
                        known.beforeSlot(),
                        known.beforeTotal(),
                        known.beforeSecurity(),
                        known.beforeMobility(),
                        known.beforeQueue(),
                        known.beforeCondition());
    }

    private Situation situation(RoundRef round, SlotRef slot, String village, @Nullable Sent sent) {
        var calm = rows.situation(round.id(), village, slot.slot()).orElse(null);
        var standing = Standing.of(null, calm != null, false, sent);
        return new Situation(
                village,
                Area.dotted(village),
                regions.name(village),
                standing,
                messages.text(standing.label()),
                standing.badge(),
                calm == null ? null : calm.security(),
                calm == null ? null : calm.weather(),
                calm == null ? null : calm.power(),
                calm == null ? null : calm.remarks(),
                shown(sent));
    }

    private @Nullable SentReport shown(@Nullable Sent sent) {
        return sent == null
                ? null
                : new SentReport(
                        sent.id(),
                        sent.state(),
                        Objects.requireNonNull(local(sent.receivedAt())),
                        sent.receipt(),
                        sent.reasons().stream()
                                .map(reason -> new ShownReason(
                                        reason.code(), messages.problem(reason.code(), reason.arguments())))
                                .toList());
    }

    private @Nullable OffsetDateTime local(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(regions.zone()).toOffsetDateTime();
    }

    private @Nullable OffsetDateTime local(@Nullable OffsetDateTime time) {
        return time == null ? null : local(time.toInstant());
    }
}
