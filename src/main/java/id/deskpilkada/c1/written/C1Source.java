package id.deskpilkada.c1.written;

/** Which sheet the numbers were copied from: the wall original (plano) or its copy (salinan). */
public enum C1Source {
    PLANO,
    SALINAN
}
