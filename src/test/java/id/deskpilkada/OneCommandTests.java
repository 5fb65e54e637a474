package id.deskpilkada;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A command keeps quiet beside a running application; every other start is an ordinary one. */
class OneCommandTests {

    @Test
    void onlyACommandIsOne() {
        assertThat(OneCommand.isAsked("--latihan.hapus=pilkada-2024/GLADI-1")).isTrue();
        assertThat(OneCommand.isAsked("--latihan.hapus")).isTrue();
        assertThat(OneCommand.isAsked("--server.port=8081", "--latihan.hapusan=x"))
                .isFalse();
        assertThat(OneCommand.isAsked()).isFalse();
    }

    @Test
    void itTakesNoPortOfARunningApplicationAndDoesNoneOfItsWork() {
        assertThat(OneCommand.quiet("--latihan.hapus=a/b"))
                .startsWith("--latihan.hapus=a/b")
                .contains(
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--desk.dispatcher.enabled=false",
                        "--desk.notification.enabled=false");
    }
}
