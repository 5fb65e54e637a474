package id.deskpilkada.fieldapp;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.PreparationDates;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.expectation.ReportsToCome;
import id.deskpilkada.expectation.SlotNames;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.work.TaskView;
import id.deskpilkada.platform.work.TasksInHand;
import id.deskpilkada.readiness.VisitsToMake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person in the field still has to do in one round. */
@Component
class FieldWork {

    private static final int MOST_REPORTS = 3000;
    private static final int MOST_TASKS = 20;
    private static final Set<String> REPORTED = Set.of("READINESS", "VOTING", "SITUATION", "C1");
    private static final String CHECK_TPS = "check-tps";
    private static final String TASK_LIST = "/camunda/app/tasklist/";

    private final Elections elections;
    private final PreparationDates dates;
    private final ReportsToCome reports;
    private final SlotNames names;
    private final TasksInHand tasks;
    private final VisitsToMake visits;

    FieldWork(
            Elections elections,
            PreparationDates dates,
            ReportsToCome reports,
            SlotNames names,
            TasksInHand tasks,
            VisitsToMake visits) {
        this.elections = elections;
        this.dates = dates;
        this.reports = reports;
        this.names = names;
        this.tasks = tasks;
        this.visits = visits;
    }

    List<FieldDay.Slot> slots(RoundRef round) {
        return elections.slots(round.id()).stream()
                .filter(slot -> REPORTED.contains(slot.kind()))
                .map(slot -> new FieldDay.Slot(slot.kind(), slot.slot(), slot.opensAt(), slot.dueAt()))
                .toList();
    }

    List<FieldDay.Open> open(RoundRef round, Actor actor) {
        var races = races(round);
        var owing = new LinkedHashMap<Owed, List<String>>();
        reports.of(round.id(), areas(actor), MOST_REPORTS)
                .forEach(open -> owing.computeIfAbsent(Owed.of(open), report -> new ArrayList<>())
                        .add(open.tps()));
        return owing.entrySet().stream()
                .map(owed -> open(round, owed.getKey(), owed.getValue(), races.get(owed.getKey().raceId)))
                .toList();
    }

    /** What the desk waits for no more. */
    List<FieldDay.Settled> settled(RoundRef round, Actor actor) {
        var races = races(round);
        var done = new LinkedHashMap<Done, List<String>>();
        reports.settled(round.id(), areas(actor), MOST_REPORTS)
                .forEach(report -> done.computeIfAbsent(Done.of(report), one -> new ArrayList<>())
                        .add(report.tps()));
        return done.entrySet().stream()
                .map(one -> settled(round, one.getKey(), one.getValue(), races.get(one.getKey().raceId)))
                .toList();
    }

    private static List<String> areas(Actor actor) {
        return Actor.widest(actor.areas(Permission.REPORT));
    }

    private Map<Long, RaceRef> races(RoundRef round) {
        return elections.races(round.electionId()).stream().collect(Collectors.toMap(RaceRef::id, Function.identity()));
    }

    /** As {@link Owed}, for what was reported or let off. */
    private record Done(ReportKind kind, String slot, long raceId, boolean excused) {

        static Done of(ReportsToCome.Settled report) {
            return new Done(report.kind(), report.slot(), report.raceId(), report.excused());
        }
    }

    /** A report as it is the same for several polling stations. */
    private record Owed(ReportKind kind, String slot, long raceId, Instant dueAt) {

        static Owed of(ReportsToCome.Open open) {
            return new Owed(open.kind(), open.slot(), open.raceId(), open.dueAt());
        }
    }

    private FieldDay.Open open(RoundRef round, Owed owed, List<String> stations, @Nullable RaceRef race) {
        return new FieldDay.Open(
                owed.kind.name(),
                stations,
                race == null ? null : race.code(),
                owed.slot,
                stage(round, owed.kind, owed.slot),
                names.of(owed.kind, owed.slot, race),
                owed.dueAt);
    }

    private FieldDay.Settled settled(RoundRef round, Done done, List<String> stations, @Nullable RaceRef race) {
        return new FieldDay.Settled(
                done.kind.name(),
                stations,
                race == null ? null : race.code(),
                done.slot,
                stage(round, done.kind, done.slot),
                done.excused ? true : null);
    }

    /** Visits that a leader has still to make, in the round. */
    List<FieldDay.Visit> visits(RoundRef round, Actor actor) {
        return actor.may(Permission.REPORT_VISIT)
                ? visits.of(round, actor).stream()
                        .map(visit -> new FieldDay.Visit(
                                visit.id(), visit.tps(), visit.place(), visit.dueAt(), visit.reason()))
                        .toList()
                : List.of();
    }

    /** Where one slot holds both stages, the second one answers it. */
    private @Nullable String stage(RoundRef round, ReportKind kind, String slot) {
        if (kind != ReportKind.READINESS) {
            return null;
        }
        return dates.logisticsSlot(round.id()).map(SlotRef::slot).stream().anyMatch(slot::equals)
                ? "LOGISTICS"
                : "SITE";
    }

    /**
     * What somebody has to do for real, or in practice where that is what they do now. The check of a TPS is a report, which the app has a form for; everything else is work of the
     * task list.
     */
    List<FieldDay.Task> tasks(@Nullable RoundRef round, Actor actor, List<FieldDay.Open> open) {
        boolean practising = round != null && round.rehearsal();
        return tasks.of(actor, 2 * MOST_TASKS).stream()
                .filter(task -> elections.isPractice(task.subject()) == practising)
                .limit(MOST_TASKS)
                .map(task -> new FieldDay.Task(task.id(), task.name(), task.dueAt(), path(task, round, open)))
                .toList();
    }

    /** A form of the app hands in a report of the round that the app works with, so that it never finishes a task of another one. */
    private static String path(TaskView task, @Nullable RoundRef round, List<FieldDay.Open> open) {
        if (round == null || !task.subject().startsWith(round.businessKey() + "/")) {
            return TASK_LIST;
        }
        return open.stream()
                .filter(report -> task.key().equals(CHECK_TPS)
                        && report.stage() != null
                        && report.tps().contains(task.tps()))
                .findFirst()
                .map(report ->
                        "#/isi?kind=READINESS&stage=" + report.stage() + "&tps=" + task.tps() + "&task=" + task.id())
                .orElse(TASK_LIST);
    }
}
