package id.deskpilkada.c1;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.c1.C1Version.Origin;
import id.deskpilkada.c1.written.C1Data;
import id.deskpilkada.c1.written.C1DataReader;
import id.deskpilkada.platform.Problem;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody of the desk who has looked at the photo again ask for a correction; it is decided as every other one, by somebody else. */
@Service
public class C1Corrections {

    private final C1Cases cases;
    private final C1FormRepository forms;
    private final C1Versions versions;
    private final C1Capture capture;
    private final C1Totals totals;
    private final RunningCorrectionProcess process;
    private final ObjectMapper json;
    private final Clock clock;

    C1Corrections(
            C1Cases cases,
            C1FormRepository forms,
            C1Versions versions,
            C1Capture capture,
            C1Totals totals,
            RunningCorrectionProcess process,
            ObjectMapper json,
            Clock clock) {
        this.cases = cases;
        this.forms = forms;
        this.versions = versions;
        this.capture = capture;
        this.totals = totals;
        this.process = process;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds a version in which some numbers are others, and opens {@code c1-correction}. The decided version goes on counting.
     *
     * @param readings numbers as read in the photo, by dotted path
     * @param askedById who read them, and may therefore not decide
     * @throws Problem 409 {@code C1_NOT_DECIDED} while the form is still being verified
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(
            long roundId, long raceId, String tps, Map<String, Integer> readings, String reason, long askedById) {
        var about = cases.of(roundId, raceId, tps);
        var form = forms.lock(about).orElseThrow(() -> Problem.notFound("C1_NOT_FOUND"));
        if (!form.decided()) {
            throw Problem.conflict("C1_NOT_DECIDED");
        }
        var data = changed(versions.get(form.id(), form.standingNo()).data(), readings, about);
        var rules = capture.rules(about, data);
        versions.add(
                form.id(),
                new C1Version(
                        form.addDecided(),
                        Origin.LATE_CORRECTION,
                        null,
                        data,
                        rules,
                        "APP",
                        askedById,
                        askedById,
                        reason,
                        clock.instant()));
        totals.changed(form);
        process.asked(about);
    }

    private C1Data changed(C1Data standing, Map<String, Integer> readings, C1Case about) {
        ObjectNode written = json.valueToTree(standing);
        readings.forEach((path, number) -> {
            var at = path.lastIndexOf('.');
            var parent = at < 0
                    ? written
                    : written.withObject("/" + path.substring(0, at).replace('.', '/'));
            parent.put(path.substring(at + 1), number);
        });
        return C1DataReader.read(written, about.race().ballotNumbers());
    }
}
