package id.deskpilkada.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.start.StartRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is sealed opens with its key and in its place only, and an application without a key that is in use does not start. */
@WholeApplication
class SealedValuesTests {

    private static final String FIRST = "kunci pertama yang cukup panjang untuk uji";
    private static final String SECOND = "kunci kedua yang juga cukup panjang untuk uji";

    @Autowired
    Installation installation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectProvider<FormerKeyUse> uses;

    @TempDir
    Path directory;

    @BeforeEach
    void empty() {
        installation.empty();
    }

    private SealedValues values(String secret, String... former) {
        return new SealedValues(new SealingSettings(secret, List.of(former)), directory, jdbc, uses);
    }

    @Test
    void theBytesAreNotTheText() {
        var sealed = values(FIRST).seal("20241112R11", "officer_screening/1");
        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("20241112", "R11");
        assertThat(values(FIRST).seal("20241112R11", "officer_screening/1").bytes())
                .isNotEqualTo(sealed.bytes());
        assertThat(values(FIRST).open(sealed, "officer_screening/1")).isEqualTo("20241112R11");
    }

    @Test
    void aValueCannotBeMovedToAnotherRowOrAltered() {
        var sealed = values(FIRST).seal("20241112R11", "officer_screening/1");
        assertThatThrownBy(() -> values(FIRST).open(sealed, "officer_screening/2"))
                .hasMessageContaining("officer_screening/2");
        sealed.bytes()[14] ^= 1;
        assertThatThrownBy(() -> values(FIRST).open(sealed, "officer_screening/1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMissingKeyRefusesTheStartAndSaysWhatToDo() {
        values(FIRST).use();
        assertThatThrownBy(() -> values(SECOND).afterPropertiesSet())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("tidak ada di sini")
                .hasMessageNotContaining(SECOND);
        values(SECOND, FIRST).afterPropertiesSet();
    }

    @Test
    void aNodeThatLacksTheKeyOfAnotherSealsNothing() {
        values(FIRST).use();
        assertThatThrownBy(() -> values(SECOND).use())
                .isInstanceOfSatisfying(
                        Problem.class, refusal -> assertThat(refusal.code()).isEqualTo("SEALING_KEY_MISSING"));
    }

    @Test
    void afterARotationTheFormerSecretIsNeededUntilItsKeyIsForgotten() {
        var sealed = values(FIRST).seal("20241112N01", "officer_screening/1");
        values(FIRST).use();
        var rotated = values(SECOND, FIRST);
        rotated.use();
        assertThat(rotated.open(sealed, "officer_screening/1")).isEqualTo("20241112N01");
        rotated.forgetFormerKeys();
        values(SECOND).afterPropertiesSet();
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> values("pendek"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("pendek");
    }

    @Test
    void anInstallationThatNamesNoneMakesOneAndKeepsIt() throws Exception {
        var first = values("");
        var sealed = first.seal("20241112N01", "x");
        var file = directory.resolve(SealingSecret.FILE);
        assertThat(Files.readString(file)).hasSizeGreaterThanOrEqualTo(SealingSecret.SHORTEST);
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(values("").open(sealed, "x")).isEqualTo("20241112N01");
    }
}
