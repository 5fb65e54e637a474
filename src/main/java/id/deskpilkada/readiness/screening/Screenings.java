package id.deskpilkada.readiness.screening;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Screenings for the health service of their area. Every look and every export stands in the trail; what was seen does not. */
@Service
class Screenings {

    private final PuskesmasAreas areas;
    private final ScreeningRows rows;
    private final ScreeningRules rules;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Screenings(
            PuskesmasAreas areas,
            ScreeningRows rows,
            ScreeningRules rules,
            Audit audit,
            ApplicationEventPublisher events) {
        this.areas = areas;
        this.rows = rows;
        this.rules = rules;
        this.audit = audit;
        this.events = events;
    }

    @Transactional(readOnly = true)
    List<PuskesmasAreas.Progress> progress(long electionId, Actor actor) {
        actor.require(Permission.SCREEN_OFFICERS);
        return areas.progress(electionId, actor);
    }

    @Transactional(readOnly = true)
    Puskesmas puskesmas(long id, Actor actor) {
        actor.require(Permission.SCREEN_OFFICERS);
        return areas.open(id, actor);
    }

    /** @param state only officers in this state; null for all */
    @Transactional(readOnly = true)
    Page<ScreenedOfficer> page(
            long puskesmasId, ScreenedOfficer.@Nullable State state, Page.Window window, Actor actor) {
        actor.require(Permission.SCREEN_OFFICERS);
        var puskesmas = areas.open(puskesmasId, actor);
        var found = rows.of(puskesmasId, PuskesmasAreas.own(actor)).stream()
                .filter(officer -> state == null || officer.state() == state)
                .toList();
        recordLook("screening.viewed", puskesmas, Map.of("page", Integer.toString(window.page())));
        var from = (int) Math.min(window.offset(), found.size());
        return new Page<>(
                found.subList(from, Math.min(from + window.size(), found.size())),
                window.page(),
                window.size(),
                found.size());
    }

    /** Everybody of an area, to be taken out of the application. */
    @Transactional(readOnly = true)
    List<ScreenedOfficer> export(long puskesmasId, Actor actor) {
        actor.require(Permission.SCREEN_OFFICERS);
        var puskesmas = areas.open(puskesmasId, actor);
        recordLook("screening.exported", puskesmas, Map.of());
        return rows.of(puskesmasId, PuskesmasAreas.own(actor));
    }

    private void recordLook(String action, Puskesmas puskesmas, Map<String, String> details) {
        audit.record(action, "puskesmas/" + puskesmas.id(), puskesmas.area(), details);
    }

    /** @throws Problem 404 {@code UNKNOWN_OFFICER} outside the actor's places too, 422 for what cannot be */
    @Transactional
    ScreenedOfficer save(long officerId, Screening wanted, Actor actor) {
        return save(Map.of(officerId, wanted), actor).get(0);
    }

    /** Several at once, all or none. */
    @Transactional
    List<ScreenedOfficer> save(Map<Long, Screening> wanted, Actor actor) {
        actor.require(Permission.SCREEN_OFFICERS);
        var officers = wanted.keySet().stream()
                .sorted()
                .map(id -> reachable(id, actor))
                .toList();
        var after = officers.stream()
                .map(known -> new ScreenedOfficer(
                        known.officer(),
                        Objects.requireNonNull(wanted.get(known.officer().id()))))
                .toList();
        after.forEach(this::refuseImpossible);
        store(officers.stream().map(ScreenedOfficer::officer).toList(), wanted);
        return after;
    }

    private void refuseImpossible(ScreenedOfficer wanted) {
        var screening = Objects.requireNonNull(wanted.screening());
        rules.fault(screening, wanted.officer().electionId()).ifPresent(fault -> {
            throw Problem.unprocessable("MALFORMED", List.of(fault));
        });
    }

    /** What was checked already is stored, recorded and told. */
    void store(List<Officer> officers, Map<Long, Screening> wanted) {
        var puskesmas = officers.stream().map(Officer::puskesmasId).collect(Collectors.toCollection(TreeSet::new));
        puskesmas.forEach(areas::lock);
        rows.write(wanted);
        var entries = new ArrayList<AuditEntry>();
        officers.forEach(officer -> entries.add(
                AuditEntry.done("screening.recorded", "officer/" + officer.id(), officer.area(), Map.of())));
        audit.record(entries);
        events.publishEvent(new ScreeningsRecorded(Set.copyOf(puskesmas), false));
    }

    private ScreenedOfficer reachable(long id, Actor actor) {
        return rows.one(id)
                .filter(known ->
                        actor.may(Permission.SCREEN_OFFICERS, known.officer().area()))
                .orElseThrow(() -> Problem.notFound("UNKNOWN_OFFICER"));
    }
}
