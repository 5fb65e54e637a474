package id.deskpilkada.comparison.official;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file of published figures that somebody sends, and what they say beside it.
 *
 * @param source where the figures come from, in the words of who sends them
 * @param candidates KPU's own numbers of candidates and their ballot numbers, e.g. {@code 1000819=1, 1000820=2}; may be empty
 */
public record OfficialOrder(
        RoundRef round,
        RaceRef race,
        byte[] content,
        String fileName,
        String source,
        String candidates,
        boolean dryRun,
        Actor actor) {

    /** @throws Problem 422 {@code FILE_MISSING} */
    public static OfficialOrder of(
            RoundRef round,
            RaceRef race,
            @Nullable MultipartFile file,
            String source,
            String candidates,
            boolean dryRun,
            Actor actor) {
        if (file == null || file.isEmpty()) {
            throw Problem.unprocessable("FILE_MISSING");
        }
        try {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            var from = source.isBlank() ? "KPU" : source.strip();
            return new OfficialOrder(round, race, file.getBytes(), name, from, candidates, dryRun, actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
