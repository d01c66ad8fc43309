/** The colours of the pages: the drawing is read within one and by itself, by day, by night and on paper. */
export const STYLE = `
text{font:14px "Helvetica Neue",Helvetica,Arial,sans-serif;fill:#566166;text-anchor:middle}
.left{text-anchor:start}.right{text-anchor:end}.small{font-size:13px}
.name{font-size:16px;fill:#22292c}.strong{font-weight:600}
rect{fill:#fff;stroke:#0b5a63;stroke-width:1.5}
rect.paper{fill:#fdfcfa;stroke:none}
rect.open{fill:#e2eeee;stroke:#a9c8c9}
rect.end{fill:#33454a;stroke:#33454a}text.end{fill:#fff}
.begin,.step path{fill:#0b5a63}.way path{fill:#566166}
path.step,path.way{fill:none;stroke:#0b5a63;stroke-width:4;marker-end:url(#step)}
path.way{stroke:#566166;stroke-width:1.5;marker-end:url(#way)}
path.both,path.back{marker-start:url(#way)}path.back{marker-end:none}
@media print{rect.paper{fill:none}}
@media screen and (prefers-color-scheme:dark){
text{fill:#b4bfc1}.name{fill:#e8edec}
rect{fill:#15191b;stroke:#7fcdd1}
rect.paper{fill:#15191b}
rect.open{fill:#1d3437;stroke:#44686c}
rect.end{fill:#cfd9d9;stroke:#cfd9d9}text.end{fill:#15191b}
.begin,.step path{fill:#7fcdd1}.way path{fill:#a3afb2}
path.step{stroke:#7fcdd1}path.way{stroke:#a3afb2}
}`;
