package id.deskpilkada.c1.written;

import id.deskpilkada.c1.written.C1Data.Ballots;
import id.deskpilkada.c1.written.C1Data.Sexes;
import id.deskpilkada.c1.written.C1Data.Voters;
import java.util.Random;

/** A form of three candidates as KPPS would fill it without a slip. */
final class RandomForm {

    private RandomForm() {}

    static C1Data thatAddsUp(Random random) {
        var dpt = sexes(20 + random.nextInt(280), 20 + random.nextInt(280));
        var listed = sexes(random.nextInt(dpt.male() + 1), random.nextInt(dpt.female() + 1));
        var movedIn = sexes(0, 0);
        var unlisted = sexes(0, 0);
        int received = dpt.total() + (int) C1Facts.Law.PILKADA.reserve(dpt.total());
        if (listed.total() + 2 <= received) {
            movedIn = sexes(random.nextInt(2), 0);
            unlisted = sexes(0, random.nextInt(2));
        }
        var total = sexes(
                listed.male() + movedIn.male() + unlisted.male(),
                listed.female() + movedIn.female() + unlisted.female());
        int used = total.total();
        int spoiled = random.nextInt(received - used + 1);
        int invalid = random.nextInt(used + 1);
        int one = random.nextInt(used - invalid + 1);
        int two = random.nextInt(used - invalid - one + 1);
        return new C1Data(
                C1Source.SALINAN,
                dpt,
                new Voters(listed, movedIn, unlisted, total),
                new Ballots(received, used, spoiled, received - used - spoiled),
                sexes(random.nextInt(total.male() + 1), random.nextInt(total.female() + 1)),
                C1DataFixture.votes(one, two, used - invalid - one - two),
                used - invalid,
                invalid,
                used);
    }

    private static Sexes sexes(int male, int female) {
        return new Sexes(male, female, male + female);
    }
}
