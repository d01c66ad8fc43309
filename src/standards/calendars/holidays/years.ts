/** The years that an import covers, both included. */
export interface Years {
  fromYear: number;
  toYear: number;
}
