export { AnalysisBasis } from './AnalysisBasis';
