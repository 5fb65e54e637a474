package id.deskpilkada.expectation.wave;

import id.deskpilkada.platform.CounterCheck;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts what every wave owes again from its rows. */
@Component
class WaveRecount implements CounterCheck {

    private final WaveLook look;

    WaveRecount(WaveLook look) {
        this.look = look;
    }

    @Override
    public Result check(long roundId) {
        return new Result(
                look.count(roundId),
                look.miscounted(roundId).stream()
                        .map(found -> miscount(found.getKey(), found.getValue()))
                        .toList());
    }

    private static Miscount miscount(Wave wave, long tooMany) {
        return new Miscount(
                wave.roundId(),
                wave.raceId(),
                "DISTRICT",
                wave.district(),
                Map.of("missing " + wave.kind() + " " + wave.slot(), tooMany));
    }
}
