package id.deskpilkada.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logo above documents: carried in every one of them, or refused at the start. */
class RegionLetterheadTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @TempDir
    Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("logo"), content);
    }

    @Test
    void anImageIsCarriedInTheDocument() throws IOException {
        assertThat(RegionLetterhead.logo(file(PNG))).isEqualTo("data:image/png;base64,iVBORw==");
        assertThat(RegionLetterhead.logo(null)).isEmpty();
    }

    @Test
    void whatIsNoImageOrTooLargeIsRefused() throws IOException {
        var text = file("<svg/>".getBytes());
        assertThatIllegalStateException()
                .isThrownBy(() -> RegionLetterhead.logo(text))
                .withMessageContaining("DESK_LETTERHEAD_LOGO");
        var large = new byte[1024 * 1024 + 1];
        System.arraycopy(PNG, 0, large, 0, PNG.length);
        var tooLarge = file(large);
        assertThatIllegalStateException().isThrownBy(() -> RegionLetterhead.logo(tooLarge));
        assertThatIllegalStateException().isThrownBy(() -> RegionLetterhead.logo(folder.resolve("away")));
    }
}
