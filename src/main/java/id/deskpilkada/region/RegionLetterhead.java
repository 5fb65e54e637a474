package id.deskpilkada.region;

import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.document.Letterhead;
import id.deskpilkada.platform.document.LetterheadSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Documents bear the name of the region that the installation serves, and what its office wants above it. */
@Component
class RegionLetterhead implements LetterheadSource {

    private static final int LARGEST = 1024 * 1024;
    private static final int PNG = 0x89;
    private static final int JPEG = 0xFF;

    private final Regions regions;
    private final DeskSettings settings;
    private final LetterheadSettings letterhead;
    private final String logo;

    RegionLetterhead(Regions regions, DeskSettings settings, LetterheadSettings letterhead) {
        this.regions = regions;
        this.settings = settings;
        this.letterhead = letterhead;
        this.logo = logo(letterhead.logo());
    }

    @Override
    public Letterhead letterhead() {
        return new Letterhead(
                regions.installation().name(),
                settings.helpdeskNumber(),
                letterhead.office(),
                letterhead.address(),
                logo);
    }

    /** @throws IllegalStateException for a file that would be on no document */
    static String logo(@Nullable Path file) {
        if (file == null || file.toString().isBlank()) {
            return "";
        }
        try {
            var image = Files.size(file) <= LARGEST ? Files.readAllBytes(file) : new byte[0];
            int first = image.length == 0 ? 0 : image[0] & 0xFF;
            if (first == PNG || first == JPEG) {
                return "data:image/" + (first == PNG ? "png" : "jpeg") + ";base64,"
                        + Base64.getEncoder().encodeToString(image);
            }
        } catch (IOException e) {
            throw refused(file);
        }
        throw refused(file);
    }

    private static IllegalStateException refused(Path file) {
        return new IllegalStateException(
                "The logo of the letterhead, " + file
                        + ", is no PNG or JPEG of at most 1 MiB that can be read. Correct DESK_LETTERHEAD_LOGO, or leave it out.");
    }
}
