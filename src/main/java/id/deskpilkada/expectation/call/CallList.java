package id.deskpilkada.expectation.call;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.MissingReports;
import id.deskpilkada.expectation.MissingText;
import id.deskpilkada.expectation.ProgressPlaces;
import id.deskpilkada.expectation.ProgressReports;
import id.deskpilkada.expectation.call.CallSlots.CallSlot;
import id.deskpilkada.expectation.excuse.ExcuseReading;
import id.deskpilkada.notification.ReadyText;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the page of the call list together. */
@Component
class CallList {

    private static final int SIZE = 50;
    private static final int EXCUSES = 20;

    private final Elections elections;
    private final Regions regions;
    private final CallSlots slots;
    private final MissingReports missing;
    private final MissingText text;
    private final ProgressReports progress;
    private final ProgressPlaces places;
    private final ExcuseReading excuses;
    private final Messages messages;

    CallList(
            Elections elections,
            Regions regions,
            CallSlots slots,
            MissingReports missing,
            MissingText text,
            ProgressReports progress,
            ProgressPlaces places,
            ExcuseReading excuses,
            Messages messages) {
        this.elections = elections;
        this.regions = regions;
        this.slots = slots;
        this.missing = missing;
        this.text = text;
        this.progress = progress;
        this.places = places;
        this.excuses = excuses;
        this.messages = messages;
    }

    /**
     * Empty while no round runs, or nothing is expected of the one that does.
     *
     * @throws id.deskpilkada.platform.Problem 403 {@code OUTSIDE_SCOPE}, 422 {@code UNKNOWN_SLOT}
     */
    @Transactional
    public Optional<CallListView> of(CallQuestion asked, Actor actor) {
        var running = elections.startedRounds();
        var named = ProgressPlaces.filled(asked.election()) != null || ProgressPlaces.filled(asked.round()) != null;
        if (!named && running.isEmpty()) {
            return Optional.empty();
        }
        var round = named ? elections.round(asked.election(), asked.round()) : running.get(0);
        var region = places.place(asked.region(), actor);
        actor.require(Permission.CALL_REPORTERS, region);
        var known = slots.of(round, Area.digits(region));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var slot = slots.choose(
                known, asked.kind(), ProgressPlaces.filled(asked.slot()), ProgressPlaces.filled(asked.race()));
        return Optional.of(view(round, running, known, slot, region, asked.pageNumber(), actor));
    }

    private CallListView view(
            RoundRef round,
            List<RoundRef> running,
            List<CallSlot> known,
            CallSlot slot,
            String region,
            int page,
            Actor actor) {
        var list = missing.of(round, slot.kind(), slot.slot(), slot.race(), region, page, SIZE, actor);
        var copied = text.of(round, slot.kind(), slot.slot(), slot.race(), region, actor);
        var own = regions.districts().stream()
                .filter(district -> actor.may(Permission.CALL_REPORTERS, district.code()))
                .toList();
        return new CallListView(
                round,
                running,
                known,
                slot,
                region,
                Area.digits(region),
                regions.name(Area.digits(region)),
                own.size() > 1 ? own : List.of(),
                progress.of(round, slot.kind(), slot.slot(), slot.race(), region, actor)
                        .progress(),
                CallGroup.of(list.items(), slot.name(), messages),
                list.total(),
                page,
                SIZE,
                copied,
                ReadyText.of(copied, null).whatsApp(),
                excuses.of(round, slot.kind(), slot.slot(), slot.race(), region, Page.window(0, EXCUSES), actor),
                actor.may(Permission.EXCUSE_REPORTS, region),
                actor.may(Permission.REPORT_FOR_OTHERS, region));
    }
}
