package id.deskpilkada.c1;

import id.deskpilkada.c1.written.C1DataForm;
import id.deskpilkada.c1.written.C1DataReader;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.FieldReportHandler;
import id.deskpilkada.fieldreport.Outcome;
import id.deskpilkada.fieldreport.PhotoStored;
import id.deskpilkada.fieldreport.Reason;
import id.deskpilkada.fieldreport.ReportDraft;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.form.FilledForm;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes C1 reports from the ledger: a repeat is noted and never counted twice, everything else moves the form's process. */
@Component
class C1ReportHandler implements FieldReportHandler {

    private final C1Cases cases;
    private final C1FormRepository forms;
    private final C1Capture capture;
    private final C1Repeats repeats;
    private final C1Photos photos;
    private final RunningCaptureProcess captureProcess;
    private final RunningCorrectionProcess correctionProcess;

    C1ReportHandler(
            C1Cases cases,
            C1FormRepository forms,
            C1Capture capture,
            C1Repeats repeats,
            C1Photos photos,
            RunningCaptureProcess captureProcess,
            RunningCorrectionProcess correctionProcess) {
        this.cases = cases;
        this.forms = forms;
        this.capture = capture;
        this.repeats = repeats;
        this.photos = photos;
        this.captureProcess = captureProcess;
        this.correctionProcess = correctionProcess;
    }

    @Override
    public Set<ReportKind> kinds() {
        return EnumSet.of(ReportKind.C1, ReportKind.C1_PHOTOS);
    }

    @Override
    public void check(ReportDraft draft) {
        if (draft.race() == null || draft.tps() == null) {
            throw Problem.unprocessable(
                    "MALFORMED",
                    List.of(FieldProblem.field(draft.race() == null ? "race" : "tps", null, "FIELD_REQUIRED")));
        }
        if (draft.kind() == ReportKind.C1) {
            C1DataReader.read(draft.data(), draft.race().ballotNumbers());
        } else {
            FilledForm.of(C1DataForm.PHOTOS, draft.data()).refuseIfWrong();
        }
    }

    @Override
    public Outcome handle(FieldReport report) {
        var about = cases.of(
                report.roundId(), Objects.requireNonNull(report.raceId()), Objects.requireNonNull(report.tps()));
        photos.takeTurns(C1PhotoNames.of(report.data()));
        return report.kind() == ReportKind.C1_PHOTOS ? photos(about, report) : numbers(about, report);
    }

    private Outcome numbers(C1Case about, FieldReport report) {
        var form = forms.lock(about).orElse(null);
        if (form == null) {
            captureProcess.received(about, report);
            return Outcome.ACCEPTED;
        }
        var repeated = capture.repeated(form, report, capture.read(about, report));
        if (repeated.isPresent()) {
            repeats.note(form, report, repeated.get().no());
            capture.addPhotos(about, report);
            captureProcess.photosArrived(about);
            return Outcome.accepted(Reason.of("C1_REPEAT"));
        }
        if (form.decided()) {
            correctionProcess.received(about, report);
            return Outcome.accepted(Reason.of("C1_LATE_CORRECTION"));
        }
        captureProcess.received(about, report);
        return form.state() == FormState.DISPUTED ? Outcome.accepted(Reason.of("C1_DISPUTED")) : Outcome.ACCEPTED;
    }

    private Outcome photos(C1Case about, FieldReport report) {
        var known = photos.there(about.round().id(), about.race().id(), about.tps());
        var form = forms.lock(about).orElse(null);
        if (form != null && form.decided() && !known.containsAll(C1PhotoNames.of(report.data()))) {
            correctionProcess.received(about, report);
            return Outcome.accepted(Reason.of("C1_LATE_CORRECTION"));
        }
        capture.addPhotos(about, report);
        captureProcess.photosArrived(about);
        return Outcome.ACCEPTED;
    }

    /** A photo may arrive after the report that names it: whoever waits for it goes on, in whatever district the form lies. */
    @EventListener
    void photoArrived(PhotoStored photo) {
        Scope.system("photo-arrived", () -> goOn(photo));
    }

    private void goOn(PhotoStored photo) {
        photos.takeTurns(List.of(photo.sha256()));
        for (var place : photos.naming(photo.sha256())) {
            var about = cases.of(place.roundId(), place.raceId(), place.tpsCode());
            if (forms.lock(about).isPresent()) {
                captureProcess.photosArrived(about);
            }
        }
    }
}
