/** The figures that KPU publishes: reading its files and our table, checking every place, keeping each import as a set. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.comparison.official;
