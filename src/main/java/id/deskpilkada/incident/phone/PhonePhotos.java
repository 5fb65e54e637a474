package id.deskpilkada.incident.phone;

import id.deskpilkada.fieldreport.Photos;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Photos that come with a form. One that cannot be taken never keeps the report waiting: it is named, and can follow. */
@Component
class PhonePhotos {

    static final int MOST = 8;

    private final Photos photos;
    private final Messages messages;

    PhonePhotos(Photos photos, Messages messages) {
        this.photos = photos;
        this.messages = messages;
    }

    /**
     * @param hashes SHA-256 of those that were taken
     * @param refusals for each other one a sentence that names it
     */
    record Taken(Set<String> hashes, List<String> refusals) {}

    /** Empty file fields, as a browser sends them when nothing was chosen, are no photos. */
    Taken take(@Nullable List<MultipartFile> files, int before, Actor actor) throws IOException {
        var hashes = new LinkedHashSet<String>();
        var refusals = new ArrayList<String>();
        int number = 0;
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (file.isEmpty()) {
                continue;
            }
            number++;
            if (before + hashes.size() >= MOST) {
                refusals.add(messages.text("incident.phone.photo.many", MOST));
                break;
            }
            try {
                hashes.add(photos.store(file.getBytes(), actor));
            } catch (Problem problem) {
                refusals.add(messages.text(
                        "incident.phone.photo.refused", number, messages.problem(problem.code(), problem.arguments())));
            }
        }
        return new Taken(hashes, refusals);
    }
}
