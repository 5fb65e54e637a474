package id.deskpilkada.dashboard.publicview.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.dashboard.publicview.PublicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicFolderTests {

    private static final Instant NOON = Instant.parse("2024-11-27T05:00:00.123456Z");

    @TempDir
    Path outside;

    Path root;
    PublicFolder folder;

    @BeforeEach
    void empty() {
        root = outside.resolve("situs");
        folder = new PublicFolder(root, 10_000);
    }

    @Test
    void theFolderIsTheRootOfAServer() throws IOException {
        var brought = folder.hold(List.of(file("index.html", "depan"), file("tally/BUPATI.json", "{}")));

        assertThat(brought).isEqualTo(new PublicFolder.Brought(2, 0));
        assertThat(below(root))
                .containsExactly(
                        "index.html",
                        "index.html.gz",
                        "public/index.html",
                        "public/index.html.gz",
                        "public/tally/BUPATI.json",
                        "public/tally/BUPATI.json.gz");
        assertThat(root.resolve("index.html")).hasContent("depan");
        assertThat(root.resolve("public/tally/BUPATI.json.gz")).hasContent("gz{}");
        assertThat(Files.getLastModifiedTime(root.resolve("index.html")))
                .isEqualTo(Files.getLastModifiedTime(root.resolve("index.html.gz")));
    }

    @Test
    void whatIsTheSameIsLeftAlone() throws IOException {
        folder.hold(List.of(file("index.html", "depan"), file("cari.json", "[]")));
        var before = Files.readAttributes(root.resolve("public/cari.json"), "unix:ino");

        var changed =
                new PublicFile("index.html", "text/html", "x", bytes("gzbaru"), bytes("baru"), NOON.plusSeconds(3));
        assertThat(folder.hold(List.of(changed, file("cari.json", "[]")))).isEqualTo(new PublicFolder.Brought(1, 0));
        assertThat(root.resolve("index.html")).hasContent("baru");
        assertThat(Files.readAttributes(root.resolve("public/cari.json"), "unix:ino"))
                .isEqualTo(before);
    }

    @Test
    void whatIsNoLongerPublicIsGoneToTheLastFile() throws IOException {
        folder.hold(List.of(file("index.html", "depan"), file("wilayah/36.04.html", "a"), file("en/index.html", "b")));

        assertThat(folder.hold(List.of(file("index.html", "depan"))).removed()).isEqualTo(2);
        assertThat(root.resolve("public/wilayah")).doesNotExist();
        assertThat(folder.hold(List.of()).removed()).isEqualTo(2);
        assertThat(below(root)).isEmpty();
    }

    @Test
    void whatSomebodyLeftUnfinishedWhoDiedIsGone() throws IOException {
        folder.hold(List.of(file("index.html", "depan")));
        var unfinished = root.resolve(".unfinished");
        Files.writeString(unfinished.resolve("1700000000000-lama"), "suara");
        Files.writeString(unfinished.resolve("bernama-lain"), "suara");
        var now = Files.writeString(unfinished.resolve(Instant.now().toEpochMilli() + "-kini"), "suara");

        folder.hold(List.of(file("index.html", "depan")));
        assertThat(unfinished.toFile().list())
                .as("another node is writing")
                .containsExactly(now.toFile().getName());
        folder.hold(List.of());
        assertThat(unfinished.toFile().list()).as("nothing is public").isEmpty();
    }

    @Test
    void aFolderWithOtherThingsInItIsRefusedAndLeftAsItIs() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("index.html"), "milik orang lain");

        assertThatThrownBy(() -> folder.hold(List.of())).hasMessageContaining("holds something else");
        assertThatThrownBy(() -> folder.hold(List.of(file("index.html", "depan"))))
                .isInstanceOf(IOException.class);
        assertThat(root.resolve("index.html")).hasContent("milik orang lain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../index.html", "a/../../b", "/etc/passwd", ".desk-public", "a//b", "", "a/", "a\u0000b"})
    void noNameLeadsOutOfTheFolder(String name) throws IOException {
        assertThatThrownBy(() -> folder.hold(List.of(file(name, "x")))).isInstanceOf(IOException.class);
        assertThat(below(outside)).isEmpty();
    }

    @Test
    void noLinkLeadsOutOfTheFolder() throws IOException {
        folder.hold(List.of(file("index.html", "depan")));
        Files.createDirectories(outside.resolve("lain"));
        Files.createSymbolicLink(root.resolve("public/tally"), outside.resolve("lain"));

        folder.hold(List.of(file("index.html", "depan"), file("tally/BUPATI.json", "{}")));
        assertThat(below(outside.resolve("lain"))).isEmpty();
        assertThat(Files.isDirectory(root.resolve("public/tally"), LinkOption.NOFOLLOW_LINKS))
                .as("the link is gone, its place taken by a folder")
                .isTrue();
    }

    @Test
    void moreThanItsShareIsNotWrittenButWhatIsGoneIsRemoved() throws IOException {
        folder.hold(List.of(file("index.html", "depan"), file("rahasia.json", "{}")));

        assertThatThrownBy(() -> folder.hold(List.of(file("index.html", "x".repeat(20_000)))))
                .hasMessageContaining("10000 bytes");
        assertThat(root.resolve("index.html")).hasContent("depan");
        assertThat(root.resolve("public/rahasia.json")).doesNotExist();
    }

    @Test
    void oneFileThatCannotBeWrittenKeepsNoOtherBack() throws IOException {
        assertThatThrownBy(() -> folder.hold(List.of(file("../a", "1"), file("index.html", "depan"))))
                .hasMessageContaining("../a");
        assertThat(root.resolve("index.html")).hasContent("depan");
    }

    private static PublicFile file(String path, String content) {
        return new PublicFile(path, "text/plain", "\"x\"", bytes("gz" + content), bytes(content), NOON);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> below(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !path.getFileName().toString().equals(".desk-public"))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
