package id.deskpilkada.c1;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.Photos;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

/** Photos of a form as a browser sends them: the server works out the hash, so neither scripts nor a secure connection are needed for it. */
@Controller
class FieldPhotos {

    private final C1Reading reading;
    private final FieldForms forms;
    private final FieldReports reports;
    private final Photos photos;
    private final ObjectMapper json;

    FieldPhotos(C1Reading reading, FieldForms forms, FieldReports reports, Photos photos, ObjectMapper json) {
        this.reading = reading;
        this.forms = forms;
        this.reports = reports;
        this.photos = photos;
        this.json = json;
    }

    record Taken(List<String> photos) {}

    @PostMapping("/lapangan/c1/{race}/{tps}/foto")
    String send(
            @PathVariable String race,
            @PathVariable String tps,
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "photos", required = false) @Nullable List<MultipartFile> files,
            Actor actor)
            throws IOException {
        var about = reading.about(parameters.get("election"), parameters.get("round"), race, tps);
        var entry = FieldEntry.posted(parameters, List.of());
        var hashes = take(about, files, actor);
        if (hashes.isEmpty()) {
            return "redirect:"
                    + FieldPages.address(about)
                            .queryParam("foto", "belum")
                            .fragment("foto")
                            .build()
                            .encode();
        }
        reports.acknowledge(entry.id(), entry.photos(about, hashes, json), actor);
        return "redirect:"
                + FieldPages.address(about)
                        .queryParam("terkirim", entry.id())
                        .build()
                        .encode();
    }

    /** For the forms of Tasklist: takes photos and tells the hashes by which a report names them. */
    @PostMapping("/api/c1/{race}/{tps}/photos")
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    Taken take(
            @PathVariable String race,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(name = "photos", required = false) @Nullable List<MultipartFile> files,
            Actor actor)
            throws IOException {
        var hashes = take(reading.about(election, round, race, tps), files, actor);
        if (hashes.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("photos", null, "REQUIRED")));
        }
        return new Taken(hashes);
    }

    /** Empty file fields, as a browser sends them when nothing was chosen, are no photos. */
    private List<String> take(C1Case about, @Nullable List<MultipartFile> files, Actor actor) throws IOException {
        forms.requireReporter(actor, about);
        var hashes = new LinkedHashSet<String>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                hashes.add(photos.store(file.getBytes(), actor));
            }
        }
        return List.copyOf(hashes);
    }
}
