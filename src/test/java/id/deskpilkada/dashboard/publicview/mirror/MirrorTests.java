package id.deskpilkada.dashboard.publicview.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.dashboard.publicview.PublicFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class MirrorTests {

    @TempDir
    Path outside;

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    long version = -1;
    Collection<PublicFile> files = List.of();
    Path site;
    Mirror mirror;

    @BeforeEach
    void mirror() {
        site = outside.resolve("situs");
        mirror = to(site.toString());
    }

    @Test
    void afterTheStartTheFolderHoldsWhatTheNodeHandsOut() {
        edition(4, "depan");
        mirror.look();
        assertThat(site.resolve("index.html")).hasContent("depan");
        edition(5, "baru");
        mirror.changed();
        assertThat(site.resolve("index.html")).hasContent("baru");
    }

    /** A node that has read nothing yet knows of no files, which is not the same as none being public. */
    @Test
    void aNodeThatKnowsNothingYetRemovesNothing() {
        edition(4, "depan");
        mirror.look();

        version = -1;
        files = List.of();
        to(site.toString()).look();
        assertThat(site.resolve("index.html")).exists();

        version = 4;
        to(site.toString()).look();
        assertThat(site.resolve("index.html")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenIsCountedAndTriedAgain() throws IOException {
        Files.writeString(site, "a file where the folder should be");
        edition(4, "depan");
        mirror.changed();
        mirror.look();
        assertThat(meters.counter("desk.public.mirror.failures").count()).isEqualTo(2);
        assertThat(meters.get("desk.public.mirror.failing").gauge().value()).isEqualTo(1);

        Files.delete(site);
        mirror.look();
        assertThat(site.resolve("index.html")).hasContent("depan");
        assertThat(meters.get("desk.public.mirror.failing").gauge().value()).isZero();
    }

    @Test
    void withoutAFolderNothingIsWritten() {
        edition(4, "depan");
        to(" ").changed();
        assertThat(outside).isEmptyDirectory();
    }

    private Mirror to(String folder) {
        return new Mirror(
                () -> version, () -> files, new MirrorSettings(folder, DataSize.ofMegabytes(1)), meters, Runnable::run);
    }

    private void edition(long number, String content) {
        version = number;
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        files = List.of(
                new PublicFile("index.html", "text/html", "\"x\"", bytes, bytes, Instant.ofEpochSecond(number)));
    }
}
