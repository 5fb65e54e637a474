package id.deskpilkada.dashboard.readiness;

import id.deskpilkada.dashboard.Link;
import id.deskpilkada.dashboard.readiness.CountLine.Owed;
import id.deskpilkada.dashboard.readiness.ReadinessView.Stage;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.expectation.Progress;
import id.deskpilkada.expectation.ProgressReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What came and what is missing in each slot for readiness, with that of the places one level down. */
@Component
class StageProgress {

    private final Elections elections;
    private final ProgressReports reports;
    private final Regions regions;

    StageProgress(Elections elections, ProgressReports reports, Regions regions) {
        this.elections = elections;
        this.reports = reports;
        this.regions = regions;
    }

    /** @param children by digits */
    record Read(Stage stage, Map<String, Progress> children) {

        Owed here() {
            return owed(stage.progress());
        }

        Owed of(String area) {
            var progress = children.get(area);
            return progress == null ? new Owed(0, 0, 0) : owed(progress);
        }

        private static Owed owed(Progress progress) {
            return new Owed(progress.expected(), progress.received() + progress.late(), progress.overdue());
        }
    }

    /** In the order in which they are due; the last is about logistics. The call list is that of the one asked for, else of the first in which something is missing. */
    List<Read> of(ReadinessQuestion question, RoundRef round, Region place, Actor actor) {
        var slots = elections.slots(round.id()).stream()
                .filter(slot -> slot.kind().equals(ReportKind.READINESS.name()))
                .toList();
        var answers = slots.stream()
                .map(slot -> reports.of(round, ReportKind.READINESS, slot.slot(), null, place.code(), actor))
                .toList();
        int shown = shown(
                question,
                slots,
                answers.stream().map(one -> one.progress().missing()).toList());
        List<Read> stages = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            var slot = slots.get(i);
            var answer = answers.get(i);
            var children = answer.children().stream()
                    .collect(Collectors.toMap(child -> Area.digits(child.code()), child -> child));
            boolean last = i == slots.size() - 1;
            stages.add(new Read(
                    new Stage(
                            slot.slot(),
                            last,
                            slots.size() == 1,
                            slot.dueAt().atZone(regions.zone()).toOffsetDateTime(),
                            answer.progress(),
                            new Link(question.at(slot.slot()).url(), slot.slot(), i == shown)),
                    children));
        }
        return stages;
    }

    private static int shown(ReadinessQuestion question, List<SlotRef> slots, List<Integer> missing) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).slot().equals(question.slot())) {
                return i;
            }
        }
        for (int i = 0; i < slots.size(); i++) {
            if (missing.get(i) > 0) {
                return i;
            }
        }
        return slots.size() - 1;
    }
}
