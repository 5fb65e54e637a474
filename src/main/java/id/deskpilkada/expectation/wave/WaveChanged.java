package id.deskpilkada.expectation.wave;

/**
 * What a wave owes, or when, is different now; published in the changing transaction, which holds the wave's row.
 *
 * @param moved whether due times were moved, and not only reports came or were excused
 */
public record WaveChanged(Wave wave, boolean moved) {}
