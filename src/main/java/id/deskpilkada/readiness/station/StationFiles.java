package id.deskpilkada.readiness.station;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.readiness.ReadinessStage;
import id.deskpilkada.readiness.station.StationFile.Answered;
import id.deskpilkada.readiness.station.StationFile.Note;
import id.deskpilkada.readiness.station.StationFile.State;
import id.deskpilkada.readiness.station.StationFile.Step;
import id.deskpilkada.readiness.station.StationFile.Version;
import id.deskpilkada.staff.Staff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of a polling station. */
@Component
class StationFiles {

    private final StationRows rows;
    private final Staff staff;
    private final Messages messages;

    StationFiles(StationRows rows, Staff staff, Messages messages) {
        this.rows = rows;
        this.staff = staff;
        this.messages = messages;
    }

    StationFile of(RoundRef round, String tps) {
        var versions = rows.versions(round.id(), tps);
        return new StationFile(
                rows.state(round.id(), tps).orElse(State.UNKNOWN),
                rows.answers(round.id(), tps).stream()
                        .collect(groupingBy(Answered::stage, () -> new EnumMap<>(ReadinessStage.class), toList())),
                photos(versions),
                versions,
                rows.shortcomings(round.id(), tps),
                steps(versions, rows.notes(round.id(), tps)));
    }

    private static List<String> photos(List<Version> versions) {
        List<String> photos = new ArrayList<>();
        for (var stage : ReadinessStage.values()) {
            versions.stream()
                    .filter(version ->
                            version.stage() == stage && !version.photos().isEmpty())
                    .findFirst()
                    .ifPresent(version -> photos.addAll(version.photos()));
        }
        return photos.stream().distinct().toList();
    }

    private List<Step> steps(List<Version> versions, List<Note> notes) {
        List<Step> steps = new ArrayList<>();
        versions.forEach(version -> steps.add(new Step(version.recordedAt(), reported(version), version.remarks())));
        notes.forEach(note -> steps.add(new Step(note.at(), noted(note), note.text())));
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private String reported(Version version) {
        var stage = messages.text("kesiapan.stage." + version.stage());
        var source = messages.text("kesiapan.source." + version.source());
        var by = staff.name(version.reporterId());
        return version.enteredById() == version.reporterId()
                ? messages.text("kesiapan.step.report", by, stage, source)
                : messages.text("kesiapan.step.report.for", by, stage, source, staff.name(version.enteredById()));
    }

    private String noted(Note note) {
        return messages.text(
                "kesiapan.step." + note.kind(),
                staff.name(note.staffId()),
                owner(note.owner()),
                note.number() == null ? "" : note.number(),
                note.decidedOn() == null ? "" : note.decidedOn().toString());
    }

    /** As officials know it: {@code BPBD}, {@code Camat}. */
    public String owner(@Nullable String code) {
        if (code == null) {
            return "–";
        }
        return code.equals("camat") ? "Camat" : code.toUpperCase(Locale.ROOT);
    }
}
